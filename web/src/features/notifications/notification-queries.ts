import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Notification, Page } from '@/api/types';

export const notificationKeys = { all: ['notifications'] as const, unread: ['notifications', 'unread'] as const };

export const unreadQuery = queryOptions({
  queryKey: notificationKeys.unread,
  queryFn: ({ signal }) =>
    api.get<Page<Notification>>('/api/notifications', { signal, query: { unread: true, limit: 100 } }),
  select: (page) => page.items.length,
});
