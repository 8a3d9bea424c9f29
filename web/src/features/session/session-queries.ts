import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api } from '@/api/client';
import { type SessionState, session } from '@/api/session';
import type { AuthAnswer, User } from '@/api/types';
import { dropAllDrafts } from '@/lib/draft-store';

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => api.get<User>('/api/users/profile', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const useSessionState = (): SessionState => useSyncExternalStore(session.subscribe, session.state);

type Credentials = { email: string; password: string; totpCode?: string };

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Credentials) => api.post<AuthAnswer>('/api/users/login', { body }),
    onSuccess: (answer) => {
      const known = queryClient.getQueryData(profileQuery.queryKey);
      // Another person on the same screen must not see what the first one had loaded.
      if (known && known.id !== answer.user.id) queryClient.clear();
      queryClient.setQueryData(profileQuery.queryKey, answer.user);
      session.begin(answer);
    },
  });
}

export function useSignOut() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('/api/auth/logout', { body: {} }),
    onSettled: async () => {
      session.end();
      queryClient.clear();
      await dropAllDrafts();
    },
  });
}
