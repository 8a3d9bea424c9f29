import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProfileChange, SessionInfo } from '@/api/account-types';
import { ApiError } from '@/api/api-error';
import { api, send } from '@/api/client';
import type { Page, User } from '@/api/types';
import { setFormatLocale } from '@/lib/format-locale';

const sessionsKey = ['sessions'] as const;
/** The same entry that the shell reads the signed-in person from. */
const profileKey = ['profile'] as const;

export const sessionsQuery = queryOptions({
  queryKey: sessionsKey,
  queryFn: ({ signal }) => api.get<Page<SessionInfo>>('/api/auth/sessions', { signal }).then((page) => page.items),
});

export function useSaveProfile(known: User) {
  const queryClient = useQueryClient();
  return useMutation({
    // PUT replaces every writable member, so the rest goes along unchanged.
    mutationFn: (change: ProfileChange) => api.put<User>('/api/users/profile', { body: { ...known, ...change } }),
    onSuccess: (user) => {
      setFormatLocale(user.locale);
      queryClient.setQueryData(profileKey, user);
    },
  });
}

export function useChangeEmail() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; currentPassword: string }) => api.post('/api/auth/email/change', { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: profileKey }),
  });
}

export function useChangePassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      api.post('/api/auth/password/change', { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionsKey }),
  });
}

/** Answers where the erasure can be followed without an account. */
export function useEraseAccount() {
  return useMutation({
    mutationFn: async (password: string) =>
      (await send<unknown>('DELETE', '/api/users/account', { body: { password } })).location ?? '',
  });
}

/** One that has ended meanwhile is what was asked for. */
function unlessGone(fault: unknown) {
  if (!(fault instanceof ApiError && fault.status === 404)) throw fault;
}

/** Ends sessions one after the other; those that ended are gone from the list even when a later one fails. */
export function useEndSessions() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await api.delete(`/api/auth/sessions/${id}`).catch(unlessGone);
      return ids.length;
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsKey }),
  });
}
