import { useQuery } from '@tanstack/react-query';
import { InboxIcon } from 'lucide-react';
import { inboxQuery, useMarkAllRead } from '@/features/notifications/notification-queries';
import { timeAgo } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

export function InboxPage() {
  const { data, error, refetch } = useQuery(inboxQuery);
  const markAllRead = useMarkAllRead();
  const hasUnread = data?.items.some((item) => item.readAt === null) ?? false;
  return (
    <>
      <header className="topbar">
        <h1 className="flex-1 text-[0.9375rem]">{t('app.inbox')}</h1>
        {hasUnread && (
          <Button variant="ghost" isBusy={markAllRead.isPending} onClick={() => markAllRead.mutate()}>
            {t('app.markAllRead')}
          </Button>
        )}
      </header>
      {error && !data && <ErrorState title={t('app.inboxFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={200} className="m-4" />}
      {data?.items.length === 0 && (
        <EmptyState icon={<InboxIcon size={22} />} title={t('app.inboxEmpty')} text={t('app.inboxEmptyText')} />
      )}
      <ul className="min-h-0 flex-1 overflow-y-auto px-4 py-2">
        {data?.items.map((item) => (
          <li key={item.id} className="flex min-h-12 items-center gap-3 rounded-md px-3">
            <i className={`size-1.5 flex-none rounded-full ${item.readAt ? '' : 'bg-accent'}`} />
            <span className="w-16 flex-none text-xs text-ink-3 tabular-nums">{item.subject.key}</span>
            <span className={`min-w-0 flex-1 truncate ${item.readAt ? '' : 'font-semibold'}`}>
              {item.subject.title}
            </span>
            <time dateTime={item.at} className="text-xs text-ink-3 tabular-nums">
              {timeAgo(item.at)}
            </time>
          </li>
        ))}
      </ul>
    </>
  );
}
