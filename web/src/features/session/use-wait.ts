import { useEffect, useState } from 'react';
import { ApiError } from '@/api/api-error';

/** Seconds left until a throttled act may be tried again; counts down to 0. */
export function useWait(error: Error | null): number {
  const seconds = error instanceof ApiError && error.status === 429 ? (error.retryAfterSeconds ?? 60) : 0;
  const [left, setLeft] = useState({ error, seconds });
  if (left.error !== error) setLeft({ error, seconds });
  const current = left.error === error ? left.seconds : seconds;
  const isWaiting = current > 0;

  // A clock: the wait is over at a moment in time, whatever is drawn meanwhile.
  useEffect(() => {
    if (!isWaiting) return undefined;
    const until = Date.now() + seconds * 1000;
    const timer = setInterval(
      () => setLeft({ error, seconds: Math.max(0, Math.ceil((until - Date.now()) / 1000)) }),
      250,
    );
    return () => clearInterval(timer);
  }, [error, seconds, isWaiting]);
  return current;
}
