import { useQueryClient } from '@tanstack/react-query';
import { session } from '@/api/session';
import { SignInForm } from '@/features/session/sign-in-form';
import { t } from '@/lib/i18n';
import { Dialog } from '@/ui/dialog';

/** Over the kept screen; what was being sent goes on when the person is back. */
export function SignInOverlay({ email }: { email: string | undefined }) {
  const queryClient = useQueryClient();
  return (
    <Dialog title={t('session.again')} description={t('session.againText')} isOpen onClose={session.end}>
      <SignInForm email={email} onSignedIn={(answer) => answer.user.email !== email && queryClient.clear()} />
    </Dialog>
  );
}
