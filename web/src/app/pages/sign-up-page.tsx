import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { session } from '@/api/session';
import type { AuthAnswer } from '@/api/types';
import { GuestLayout } from '@/app/layout/guest-layout';
import { SignUpForm } from '@/features/session/sign-up-form';
import { useSessionState } from '@/features/session/use-session-state';
import { t } from '@/lib/i18n';
import '@/lib/i18n-guest';
import { ownPath } from '@/lib/own-path';

export function SignUpPage() {
  const { next } = useSearch({ from: '/sign-up' });
  const navigate = useNavigate();
  const state = useSessionState();
  const isGreeting = useRef(false);
  const [first, setFirst] = useState<AuthAnswer['user'] | null>(null);
  const target = ownPath(next);

  // Whoever is signed in has no business here, save for the one who is being greeted.
  useEffect(() => {
    if (state === 'signed_in' && !isGreeting.current) void navigate({ to: target, replace: true });
  }, [state, target, navigate]);

  const handleSignedUp = (answer: AuthAnswer) => {
    if (answer.user.roles.includes('administrator')) {
      isGreeting.current = true;
      setFirst(answer.user);
    }
    session.begin(answer);
  };

  if (first) return <FirstPerson user={first} />;
  const footer = (
    <>
      {t('guest.have')}{' '}
      <Link to="/sign-in" search={{ next }} className="link">
        {t('session.signIn')}
      </Link>
    </>
  );
  return (
    <GuestLayout title={t('guest.signUp')} text={t('guest.signUpText')} footer={footer}>
      <SignUpForm onSignedUp={handleSignedUp} />
    </GuestLayout>
  );
}

function FirstPerson({ user }: Pick<AuthAnswer, 'user'>) {
  const steps = [t('guest.firstOne'), t('guest.firstTwo'), t('guest.firstThree')];
  return (
    <GuestLayout
      title={t('guest.first', { name: user.displayName.split(' ')[0] ?? user.displayName })}
      text={t('guest.firstText')}
    >
      <ol className="guest-steps">
        {steps.map((step, index) => (
          <li key={step}>
            <span aria-hidden="true">{index + 1}</span>
            {step}
          </li>
        ))}
      </ol>
      <Link to="/projects" replace className="btn btn-primary guest-submit">
        {t('guest.firstDo')}
      </Link>
    </GuestLayout>
  );
}
