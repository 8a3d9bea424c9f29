import { SearchX } from 'lucide-react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import { openPalette } from '@/app/shell-state';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

type Props = { taskKey: string; error: Error | null; onRetry: () => void };

/** What stands in the place of a task that is still loading, could not be loaded, or is not there. */
export function TaskMissing({ taskKey, error, onRetry }: Props) {
  if (!error) {
    return (
      <div className="grid gap-3 pt-2">
        <Skeleton height={28} />
        <Skeleton height={150} width={260} />
        <Skeleton height={80} />
      </div>
    );
  }
  if (error instanceof ApiError && error.status === 404) {
    return (
      <EmptyState
        icon={<SearchX size={22} />}
        title={t('peek.gone', { key: taskKey })}
        text={t('peek.goneText')}
        action={<Button onClick={openPalette}>{t('peek.search')}</Button>}
      />
    );
  }
  const traceId = error instanceof ApiError ? error.traceId : null;
  return <ErrorState title={t('tasks.loadFailed')} detail={reasonOf(error)} traceId={traceId} onRetry={onRetry} />;
}
