import { useState } from 'react';
import { session } from '@/api/session';
import type { AuthAnswer } from '@/api/types';
import { JoinButton } from '@/features/invitations/join-button';
import { leaveSession } from '@/features/session/account-access';
import { SignInForm } from '@/features/session/sign-in-form';
import { SignUpForm } from '@/features/session/sign-up-form';
import { useSessionState } from '@/features/session/use-session-state';
import { t } from '@/lib/i18n';
import { Skeleton } from '@/ui/skeleton';

/** What the button of somebody who is signed in says. */
export type JoinWords = { join: string };

type Props<Joined> = {
  accept: () => Promise<Joined>;
  email: string | undefined;
  words: JoinWords;
  onJoined: (joined: Joined) => void;
};

/** Whoever is signed in joins with one press; others sign up or sign in here, which joins as well. */
export function InviteChoice<Joined>({ accept, email, words, onJoined }: Props<Joined>) {
  const state = useSessionState();
  const [isEntering, setIsEntering] = useState(false);
  const [way, setWay] = useState<'new' | 'known'>('new');

  const enter = (answer: AuthAnswer) => {
    setIsEntering(true);
    session.begin(answer);
    // A refusal leaves the person signed in, with the button that says why when it is pressed.
    void accept().then(onJoined, () => setIsEntering(false));
  };

  if (state === 'restoring') return null;
  if (isEntering) return <Skeleton height={40} />;
  if (state === 'signed_in') {
    return (
      <div className="grid gap-3">
        <JoinButton text={words.join} accept={accept} onJoined={onJoined} />
        <button type="button" className="link justify-self-center" onClick={() => void leaveSession()}>
          {t('guest.other')}
        </button>
      </div>
    );
  }
  return (
    <>
      <fieldset className="segmented mb-5">
        <legend className="sr-only">{t('guest.or')}</legend>
        {(['new', 'known'] as const).map((choice) => (
          <label key={choice}>
            <input type="radio" name="way" checked={way === choice} onChange={() => setWay(choice)} />
            <span>{t(choice === 'new' ? 'session.create' : 'session.signIn')}</span>
          </label>
        ))}
      </fieldset>
      {way === 'new' ? (
        <SignUpForm email={email} submitText={t('guest.signUpJoin')} onSignedUp={enter} />
      ) : (
        <SignInForm email={email} submitText={t('guest.signInJoin')} onSignedIn={enter} />
      )}
    </>
  );
}
