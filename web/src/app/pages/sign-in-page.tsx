import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SignInForm } from '@/features/session/sign-in-form';
import { useSessionState } from '@/features/session/use-session-state';
import { t } from '@/lib/i18n';

/** Only paths of this origin: `//host` and `/\host` would lead elsewhere. */
const isOwnPath = (path: string) => /^\/(?![/\\])/.test(path);

export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const state = useSessionState();
  const target = next && isOwnPath(next) ? next : '/';

  // A session that is restored while the form is on the screen leads on as signing in does.
  useEffect(() => {
    if (state === 'signed_in') void navigate({ to: target, replace: true });
  }, [state, target, navigate]);

  return (
    <main className="grid min-h-full place-items-center p-4">
      <section className="w-full max-w-[360px] rounded-xl bg-raised p-7" style={{ boxShadow: 'var(--shadow-pop)' }}>
        <img src="/icon.svg" alt="" width={36} height={36} />
        <h1 className="mt-4 mb-5 text-xl">{t('session.signInTo')}</h1>
        <SignInForm onSignedIn={() => void navigate({ to: target, replace: true })} />
      </section>
    </main>
  );
}
