import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import { stuckSagasQuery, useResume } from '@/features/operations/operations-queries';
import { SagaRow } from '@/features/operations/saga-row';
import { t } from '@/lib/i18n';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

/** Workflows over several services that do not go on by themselves, the oldest first. */
export function StuckSagas() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(stuckSagasQuery);
  const resume = useResume();
  if (error && !data) {
    return (
      <ErrorState
        title={t('operations.sagasFailed')}
        detail={error.message}
        traceId={error instanceof ApiError ? error.traceId : null}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <Skeleton height={72} />;

  const sagas = data.pages.flatMap((page) => page.items);
  const unreachable = data.pages.at(-1)?.unreachable ?? [];
  const handleResume = (id: string) =>
    resume.mutate(id, {
      onSuccess: () => showToast(t('operations.resumed')),
      onError: (problem) => showToast(t('operations.resumeFailed', { reason: reasonOf(problem) }), { tone: 'danger' }),
    });
  return (
    <>
      {unreachable.length > 0 && (
        <Banner tone="warn">{t('operations.sagasOutOfReach', { services: unreachable.join(', ') })}</Banner>
      )}
      {sagas.length === 0 && unreachable.length === 0 && (
        <EmptyState icon={<CircleCheck size={22} />} title={t('operations.noStuckSagas')} />
      )}
      <ul className="letter-groups" aria-label={t('operations.stuckSagas')}>
        {sagas.map((saga) => (
          <SagaRow key={saga.id} saga={saga} isBusy={resume.isPending} onResume={() => handleResume(saga.id)} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="ghost" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('operations.more')}
        </Button>
      )}
    </>
  );
}
