import { queryOptions, useMutation } from '@tanstack/react-query';
import { api } from '@/api/client';
import { session } from '@/api/session';
import type { User } from '@/api/types';
import { dropAllDrafts } from '@/lib/draft-store';

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => api.get<User>('/api/users/profile', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export function useSignOut() {
  return useMutation({
    mutationFn: () => api.post('/api/auth/logout', { body: {} }),
    onSettled: async () => {
      await dropAllDrafts();
      session.end();
    },
  });
}
