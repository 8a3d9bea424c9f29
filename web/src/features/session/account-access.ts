import { api } from '@/api/client';
import { session } from '@/api/session';
import type { AuthAnswer } from '@/api/types';

export type Registration = { email: string; password: string; displayName: string };

/** The session begins with the page: the first person is greeted before they are led on. */
export const register = (body: Registration) => api.post<AuthAnswer>('/api/users/register', { body });

export const requestReset = (email: string) => api.post<void>('/api/auth/password/forgot', { body: { email } });

export const resetPassword = (body: { token: string; password: string }) =>
  api.post<void>('/api/auth/password/reset', { body });

/** Ends this session, also for the next load of the page; the screen is the caller's. */
export async function leaveSession(): Promise<void> {
  await api.post('/api/auth/logout', { body: {} }).catch(() => {});
  session.end();
}
