import { errorFrom, unreachable } from '@/api/api-error';
import type { AuthAnswer } from '@/api/types';

/** `expired`: there was a session in this tab, so its screen and drafts are kept while the person signs in again. */
export type SessionState = 'restoring' | 'signed_in' | 'signed_out' | 'expired' | 'unreachable';

export const clientId = crypto.randomUUID();

let accessToken: string | null = null;
let state: SessionState = 'restoring';
let refreshing: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function become(next: SessionState) {
  state = next;
  for (const listener of listeners) listener();
}

export const session = {
  state: () => state,
  token: () => accessToken,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  begin(answer: AuthAnswer) {
    accessToken = answer.accessToken;
    become('signed_in');
  },
  end() {
    accessToken = null;
    become('signed_out');
  },
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function refreshOnce(): Promise<Response> {
  return fetch('/api/auth/refresh', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-Waymark-Client': 'web', 'X-Client-Id': clientId },
    body: '{}',
  }).catch(() => {
    throw unreachable();
  });
}

async function rotate(): Promise<boolean> {
  const stale = accessToken;
  // Tabs share one rotating cookie: two refreshes at once would look like a stolen token and end the session.
  return withLock(async () => {
    for (let attempt = 0; attempt < 4; attempt++) {
      if (accessToken !== null && accessToken !== stale) return true;
      const response = await refreshOnce();
      if (response.ok) {
        session.begin((await response.json()) as AuthAnswer);
        return true;
      }
      const problem = await errorFrom(response);
      if (problem.status === 409 && problem.code === 'refresh_raced') {
        await pause(120 * 2 ** attempt);
        continue;
      }
      if (problem.isTransient) throw problem;
      break;
    }
    accessToken = null;
    become(state === 'signed_in' || state === 'expired' ? 'expired' : 'signed_out');
    return false;
  });
}

function withLock<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('waymark-refresh', work) : work();
}

/** Gets a new access token by the cookie. False: nobody is signed in. Throws when the server cannot be reached. */
export function refreshSession(): Promise<boolean> {
  refreshing ??= rotate().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** Restores the session when the page loads. */
export async function restoreSession(): Promise<void> {
  try {
    await refreshSession();
  } catch {
    if (state !== 'signed_in') become('unreachable');
  }
}

/** Resolves when the person has signed in again over the kept screen; rejects when they leave instead. */
export function signedInAgain(): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = session.subscribe(() => {
      if (state === 'expired') return;
      stop();
      if (state === 'signed_in') resolve();
      else reject(unreachable());
    });
  });
}
