import { reasonOf } from '@/api/reason';
import { acceptInvitation } from '@/features/invitations/invitation-access';
import { t } from '@/lib/i18n';
import { useAction } from '@/lib/use-action';
import { Button } from '@/ui/button';

type Props = { token: string; onJoined: (projectKey: string) => void };

export function JoinButton({ token, onJoined }: Props) {
  const { run, error, isBusy } = useAction(acceptInvitation);
  return (
    <>
      {error && (
        <p role="alert" className="form-message">
          {reasonOf(error) || t('guest.failed')}
        </p>
      )}
      <Button variant="primary" className="guest-submit" isBusy={isBusy} onClick={() => void run(token, onJoined)}>
        {t('guest.joinDo')}
      </Button>
    </>
  );
}
