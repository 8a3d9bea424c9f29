import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Page, User } from '@/api/types';

/** People who share a workspace or a project with the reader, by name. */
export const peopleSearchQuery = (text: string) =>
  queryOptions({
    queryKey: ['people', 'search', text] as const,
    queryFn: ({ signal }) => api.get<Page<User>>('/api/users', { signal, query: { query: text, limit: 5 } }),
    select: (page) => page.items,
    staleTime: 60_000,
  });
