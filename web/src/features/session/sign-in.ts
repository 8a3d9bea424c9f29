import { api } from '@/api/client';
import { session } from '@/api/session';
import type { AuthAnswer } from '@/api/types';

export type Credentials = { email: string; password: string; totpCode?: string };

/** Free of the query cache: the sign-in page must stay small. */
export async function signIn(body: Credentials): Promise<AuthAnswer> {
  const answer = await api.post<AuthAnswer>('/api/users/login', { body });
  session.begin(answer);
  return answer;
}
