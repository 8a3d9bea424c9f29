import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';

export const notificationKeys = {
  all: ['notifications'] as const,
  unread: ['notifications', 'unread'] as const,
  inbox: (isUnreadOnly: boolean) => ['notifications', 'inbox', isUnreadOnly ? 'unread' : 'all'] as const,
};

export const unreadQuery = queryOptions({
  queryKey: notificationKeys.unread,
  queryFn: ({ signal }) => api.get<{ unread: number }>('/api/notifications/count', { signal }),
  select: (count) => count.unread,
});
