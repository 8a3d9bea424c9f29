import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Notification, Page } from '@/api/types';

export const notificationKeys = {
  all: ['notifications'] as const,
  unread: ['notifications', 'unread'] as const,
  inbox: ['notifications', 'inbox'] as const,
};

export const unreadQuery = queryOptions({
  queryKey: notificationKeys.unread,
  queryFn: ({ signal }) =>
    api.get<Page<Notification>>('/api/notifications', { signal, query: { unread: true, limit: 100 } }),
  select: (page) => page.items.length,
});

export const inboxQuery = queryOptions({
  queryKey: notificationKeys.inbox,
  queryFn: ({ signal }) => api.get<Page<Notification>>('/api/notifications', { signal, query: { limit: 100 } }),
});

export function useMarkAllRead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('/api/notifications/read-all'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: notificationKeys.all }),
  });
}
