import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { GuestLayout } from '@/app/layout/guest-layout';
import { InviteChoice, type JoinWords } from '@/app/pages/invite-choice';
import { dayOf, shortDate, today } from '@/lib/dates';
import { t } from '@/lib/i18n';
import '@/lib/i18n-guest';
import { useAction } from '@/lib/use-action';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';

type Invitation = { email: string | null; expiresAt: string | null };
type Props<I extends Invitation, Joined> = {
  token: string;
  preview: (token: string) => Promise<I>;
  accept: (token: string) => Promise<Joined>;
  wordsOf: (invitation: I) => JoinWords & { title: string; text: string };
  onJoined: (joined: Joined) => void;
};

/** What a link to a project or to a workspace shows: who asks, what for, and the way in. */
export function InvitationView<I extends Invitation, Joined>(props: Props<I, Joined>) {
  const { token, preview, accept, wordsOf, onJoined } = props;
  const [invitation, setInvitation] = useState<I | null>(null);
  const { run, error, isBusy } = useAction(preview);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each token.
  useEffect(() => {
    void run(token, setInvitation);
  }, [token]);

  if (error && !invitation) {
    const isGone = error instanceof ApiError && !error.isTransient;
    return (
      <GuestLayout
        title={t(isGone ? 'guest.inviteGone' : 'guest.loadFailed')}
        text={isGone ? t('guest.inviteGoneText') : error.message}
      >
        {isGone ? (
          <Link to="/" className="btn btn-default guest-submit">
            {t('guest.goHome')}
          </Link>
        ) : (
          <Button className="guest-submit" isBusy={isBusy} onClick={() => void run(token, setInvitation)}>
            {t('ui.retry')}
          </Button>
        )}
      </GuestLayout>
    );
  }
  if (!invitation) {
    return (
      <GuestLayout title=" ">
        <Skeleton height={160} />
      </GuestLayout>
    );
  }
  const words = wordsOf(invitation);
  const until = invitation.expiresAt && shortDate(dayOf(invitation.expiresAt), today());
  return (
    <GuestLayout title={words.title} text={words.text} footer={until && t('guest.until', { date: until })}>
      <InviteChoice
        accept={() => accept(token)}
        email={invitation.email ?? undefined}
        words={words}
        onJoined={onJoined}
      />
    </GuestLayout>
  );
}
