import { useEffect, useState } from 'react';

const pad = (value: number) => String(value).padStart(2, '0');

/** `0:05:12` since an instant. */
export function elapsedText(since: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** The same, followed every second; empty when nothing runs. */
export function useElapsed(since: string | null): string {
  const [now, setNow] = useState(() => Date.now());

  // The clock is outside React.
  useEffect(() => {
    if (since === null) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);

  return since === null ? '' : elapsedText(since, now);
}
