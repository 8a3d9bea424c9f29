import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { InboxIcon } from 'lucide-react';
import { ApiError } from '@/api/api-error';
import { InboxEntry } from '@/features/notifications/inbox-entry';
import { bySubject, type NotificationGroup } from '@/features/notifications/notification-groups';
import { actorsQuery, inboxQuery, useMarkNotifications } from '@/features/notifications/notification-queries';
import { useInboxKeys } from '@/features/notifications/use-inbox-keys';
import { announce } from '@/lib/announce';
import { t } from '@/lib/i18n';
import '@/lib/i18n-list';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';
import '@/styles/inbox.css';

type Props = {
  isUnreadOnly: boolean;
  openKey: string | undefined;
  onOpen: (subject: NotificationGroup['subject']) => void;
};

export function InboxList({ isUnreadOnly, openKey, onOpen }: Props) {
  const inbox = useInfiniteQuery(inboxQuery(isUnreadOnly));
  const { mark } = useMarkNotifications();
  const groups = bySubject(inbox.data?.pages.flatMap((page) => page.items) ?? []);
  const actorIds = [...new Set(groups.flatMap((group) => group.items.flatMap((item) => item.actorId ?? [])))];
  const { data: actors = new Map() } = useQuery(actorsQuery(actorIds));

  const handleMark = (group: NotificationGroup, isRead: boolean) => {
    const items = isRead ? group.unread : group.items.filter((item) => item.readAt !== null).slice(0, 1);
    if (items.length === 0) return;
    mark.mutate({ items, isRead });
    announce(t(isRead ? 'inbox.nowRead' : 'inbox.nowUnread', { title: group.subject.title }));
  };
  const handleOpen = (group: NotificationGroup) => {
    if (group.unread.length > 0) mark.mutate({ items: group.unread, isRead: true });
    onOpen(group.subject);
  };
  const keys = useInboxKeys({ groups, onOpen: handleOpen, onMark: handleMark });
  const stopId = groups.some((group) => group.id === keys.focusId) ? keys.focusId : groups[0]?.id;

  if (inbox.error && !inbox.data) {
    return (
      <ErrorState
        title={t('inbox.failed')}
        detail={inbox.error.message}
        traceId={inbox.error instanceof ApiError ? inbox.error.traceId : null}
        onRetry={() => void inbox.refetch()}
      />
    );
  }
  if (!inbox.data) {
    return (
      <div className="grid gap-2 p-3" role="status" aria-label={t('inbox.loading')}>
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} height={56} />
        ))}
      </div>
    );
  }
  if (groups.length === 0) {
    return (
      <EmptyState
        icon={<InboxIcon size={22} />}
        title={t(isUnreadOnly ? 'inbox.allRead' : 'inbox.empty')}
        text={t('inbox.emptyText')}
      />
    );
  }
  return (
    <>
      <ul ref={keys.list} className="inbox-list" aria-label={t('app.inbox')} onKeyDown={keys.handleKey}>
        {groups.map((group) => (
          <InboxEntry
            key={group.id}
            group={group}
            actors={actors}
            isOpen={openKey !== undefined && group.subject.key === openKey}
            isTabStop={group.id === stopId}
            onOpen={() => handleOpen(group)}
            onMark={(isRead) => handleMark(group, isRead)}
            onFocus={() => keys.noteFocus(group.id)}
          />
        ))}
        {inbox.hasNextPage && (
          <li className="grid justify-items-center p-3">
            <Button isBusy={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
              {t('inbox.older')}
            </Button>
          </li>
        )}
      </ul>
      <p className="sr-only">{t('inbox.keys')}</p>
    </>
  );
}
