import { session } from '@/api/session';
import { SignInForm } from '@/features/session/sign-in-form';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';

const stay = () => {};

/** Over the kept screen; what was being sent goes on when the person is back. Esc must not throw the screen away. */
export function SignInOverlay({ email }: { email: string | undefined }) {
  return (
    <Dialog title={t('session.again')} isOpen onClose={stay} isBare width={400}>
      <div className="grid gap-5 p-7">
        <img src="/icon.svg" alt="" width={32} height={32} />
        <div>
          <p className="text-xl font-semibold" aria-hidden="true">
            {t('session.again')}
          </p>
          <p className="mt-1 text-ink-2">{t('session.againText')}</p>
        </div>
        <SignInForm email={email} isEmailFixed={email !== undefined} onSignedIn={stay} />
        <Button variant="ghost" onClick={session.end}>
          {t('session.leave')}
        </Button>
      </div>
    </Dialog>
  );
}
