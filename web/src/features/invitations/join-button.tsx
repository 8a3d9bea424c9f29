import { reasonOf } from '@/api/reason';
import { t } from '@/lib/i18n';
import { useAction } from '@/lib/use-action';
import { Button } from '@/ui/button';

type Props<T> = { text: string; accept: () => Promise<T>; onJoined: (joined: T) => void };

export function JoinButton<T>({ text, accept, onJoined }: Props<T>) {
  const { run, error, isBusy } = useAction(accept);
  return (
    <>
      {error && (
        <p role="alert" className="form-message">
          {reasonOf(error) || t('guest.failed')}
        </p>
      )}
      <Button variant="primary" className="guest-submit" isBusy={isBusy} onClick={() => void run(undefined, onJoined)}>
        {text}
      </Button>
    </>
  );
}
