import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Notification, Page, User } from '@/api/types';
import { notificationKeys, unreadQuery } from '@/features/notifications/unread-query';

const PAGE = 50;

export const inboxQuery = (isUnreadOnly: boolean) =>
  infiniteQueryOptions({
    queryKey: notificationKeys.inbox(isUnreadOnly),
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<Notification>>('/api/notifications', {
        signal,
        query: { unread: isUnreadOnly || null, limit: PAGE, cursor: pageParam },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The people who acted, by id. */
export const actorsQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['people', [...ids].sort()] as const,
    queryFn: ({ signal }) => api.get<Page<User>>('/api/users', { signal, query: { ids, limit: 200 } }),
    select: (page) => new Map(page.items.map((user) => [user.id, user])),
    enabled: ids.length > 0,
    staleTime: 5 * 60_000,
  });

type Inbox = InfiniteData<Page<Notification>>;

/** Marks what is shown; a list of unread ones keeps what was just read until it is asked for again. */
function patch(queryClient: QueryClient, readAtOf: (item: Notification) => string | null) {
  queryClient.setQueriesData<Inbox>(
    { queryKey: ['notifications', 'inbox'] },
    (inbox) =>
      inbox && {
        ...inbox,
        pages: inbox.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => {
            const readAt = readAtOf(item);
            return readAt === item.readAt ? item : { ...item, readAt };
          }),
        })),
      },
  );
}

export function useMarkNotifications() {
  const queryClient = useQueryClient();
  const refreshCount = () => queryClient.invalidateQueries({ queryKey: notificationKeys.unread });
  const refreshAll = () => queryClient.invalidateQueries({ queryKey: notificationKeys.all });

  const mark = useMutation({
    mutationFn: ({ items, isRead }: { items: readonly Notification[]; isRead: boolean }) =>
      Promise.all(
        items.map(({ id }) => {
          const path = `/api/notifications/${id}/read`;
          return isRead ? api.put(path) : api.delete(path);
        }),
      ),
    onMutate: ({ items, isRead }) => {
      const ids = new Set(items.map((item) => item.id));
      const now = new Date().toISOString();
      patch(queryClient, (item) => (ids.has(item.id) ? (isRead ? (item.readAt ?? now) : null) : item.readAt));
      queryClient.setQueryData(
        unreadQuery.queryKey,
        (known) => known && { unread: Math.max(0, known.unread + (isRead ? -items.length : items.length)) },
      );
    },
    onError: refreshAll,
    onSettled: refreshCount,
  });
  const markAll = useMutation({
    mutationFn: () => api.post('/api/notifications/read-all'),
    onMutate: () => {
      const now = new Date().toISOString();
      patch(queryClient, (item) => item.readAt ?? now);
      queryClient.setQueryData(unreadQuery.queryKey, { unread: 0 });
    },
    onError: refreshAll,
    onSettled: refreshCount,
  });
  return { mark, markAll };
}
