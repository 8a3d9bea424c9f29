import { useQuery } from '@tanstack/react-query';
import { ApiError } from '@/api/api-error';
import { queuesQuery } from '@/features/operations/operations-queries';
import { QueueRow } from '@/features/operations/queue-row';
import { t } from '@/lib/i18n';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

/** Every service with what is on its way, as it stands at this moment. */
export function QueueTable() {
  const { data, error, refetch } = useQuery(queuesQuery);
  if (error && !data) {
    return (
      <ErrorState
        title={t('operations.failed')}
        detail={error.message}
        traceId={error instanceof ApiError ? error.traceId : null}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <Skeleton height={320} />;
  return (
    <table className="queues">
      <thead>
        <tr>
          <th scope="col">{t('operations.service')}</th>
          <th scope="col">{t('operations.outbox')}</th>
          <th scope="col">{t('operations.deliveries')}</th>
          <th scope="col">{t('operations.deadLetters')}</th>
          <th scope="col">{t('operations.sagas')}</th>
        </tr>
      </thead>
      {data.map((queue) => (
        <QueueRow key={queue.service} queue={queue} />
      ))}
    </table>
  );
}
