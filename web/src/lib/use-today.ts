import { useSyncExternalStore } from 'react';
import { type DateOnly, today } from '@/lib/dates';

const listeners = new Set<() => void>();
let current = today();
let timer: ReturnType<typeof setTimeout> | undefined;

function check() {
  const next = today();
  if (next !== current) {
    current = next;
    for (const listener of listeners) listener();
  }
  clearTimeout(timer);
  if (listeners.size === 0) return;
  const now = new Date();
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, 0, 1);
  timer = setTimeout(check, midnight.getTime() - now.getTime());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  // Timers sleep with the machine, so waking up and coming back are checked as well.
  document.addEventListener('visibilitychange', check);
  window.addEventListener('focus', check);
  check();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', check);
    window.removeEventListener('focus', check);
    clearTimeout(timer);
  };
}

/** Today's date; renders again after midnight. */
export const useToday = (): DateOnly => useSyncExternalStore(subscribe, () => current);
