import { useQuery } from '@tanstack/react-query';
import { DeadLetters } from '@/features/operations/dead-letters';
import { QueueTable } from '@/features/operations/queue-table';
import { StuckSagas } from '@/features/operations/stuck-sagas';
import { profileQuery } from '@/features/session/session-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-guest';
import '@/lib/i18n-operations';
import '@/styles/operations.css';
import { EmptyState } from '@/ui/empty-state';
import { Skeleton } from '@/ui/skeleton';

/** For those who run the installation; to anybody else this place does not exist. */
export function OperationsPage() {
  const { data: user } = useQuery(profileQuery);
  if (user && !user.roles.includes('administrator')) {
    return <EmptyState title={t('guest.lost')} text={t('guest.lostText')} />;
  }
  return (
    <>
      <header className="topbar">
        <h1 className="text-[0.9375rem]">{t('operations.title')}</h1>
      </header>
      <div className="page operations">
        {!user && <Skeleton height={320} />}
        {user && (
          <>
            <section aria-labelledby="operations-queues">
              <h2 id="operations-queues">{t('operations.queues')}</h2>
              <p>{t('operations.queuesText')}</p>
              <QueueTable />
            </section>
            <section aria-labelledby="operations-sagas">
              <h2 id="operations-sagas">{t('operations.stuckSagas')}</h2>
              <p>{t('operations.stuckSagasText')}</p>
              <StuckSagas />
            </section>
            <section aria-labelledby="operations-letters">
              <h2 id="operations-letters">{t('operations.deadLetters')}</h2>
              <p>{t('operations.deadText')}</p>
              <DeadLetters />
            </section>
          </>
        )}
      </div>
    </>
  );
}
