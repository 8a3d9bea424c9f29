import { t } from '@/lib/i18n';
import { Skeleton } from '@/ui/skeleton';
import '@/styles/list.css';

const WIDTHS = [46, 34, 52, 40, 30, 48, 38, 44];

/** The measures of the list that is coming. */
export function ListSkeleton() {
  return (
    <div className="list-scroll" role="status" aria-label={t('list.loading')}>
      <Skeleton height={36} className="mb-2 rounded-lg" />
      {WIDTHS.map((width) => (
        <div key={width} className="flex h-10 items-center gap-4 px-3">
          <Skeleton width={16} height={16} />
          <Skeleton width={58} height={12} />
          <Skeleton width={`${width}%`} height={12} />
        </div>
      ))}
    </div>
  );
}
