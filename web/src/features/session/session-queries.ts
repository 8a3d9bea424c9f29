import { queryOptions, useMutation } from '@tanstack/react-query';
import { api } from '@/api/client';
import { session } from '@/api/session';
import type { User } from '@/api/types';
import { dropAllDrafts } from '@/lib/draft-store';
import { setFormatLocale } from '@/lib/format-locale';

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: async ({ signal }) => {
    const user = await api.get<User>('/api/users/profile', { signal });
    setFormatLocale(user.locale);
    return user;
  },
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
