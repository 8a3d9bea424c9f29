import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { GuestLayout } from '@/app/layout/guest-layout';
import { SignInForm } from '@/features/session/sign-in-form';
import { useSessionState } from '@/features/session/use-session-state';
import { t } from '@/lib/i18n';
import { ownPath } from '@/lib/own-path';

export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const state = useSessionState();
  const target = ownPath(next);

  // A session that is restored while the form is on the screen leads on as signing in does.
  useEffect(() => {
    if (state === 'signed_in') void navigate({ to: target, replace: true });
  }, [state, target, navigate]);

  const forgot = (
    <Link to="/forgot" className="link">
      {t('session.forgot')}
    </Link>
  );
  const footer = (
    <>
      {t('session.new')}{' '}
      <Link to="/sign-up" search={{ next }} className="link">
        {t('session.create')}
      </Link>
    </>
  );
  return (
    <GuestLayout title={t('session.signInTo')} footer={footer}>
      <SignInForm forgot={forgot} onSignedIn={() => void navigate({ to: target, replace: true })} />
    </GuestLayout>
  );
}
