import type { ScopeChange, Task } from '@/api/types';
import { addDays, type DateOnly, dayOf, daysBetween } from '@/lib/dates';

/** At the end of a day: how many tasks the cycle held, and how many of them were done. */
export type BurnPoint = { day: DateOnly; scope: number; done: number };

const MOST_DAYS = 400;
const BY: Record<ScopeChange['change'], 1 | -1 | 0> = { added: 1, carried_in: 1, removed: -1, carried_over: 0 };

type Given = {
  log: readonly ScopeChange[];
  tasks: readonly Pick<Task, 'completedAt'>[];
  startDate: DateOnly;
  endDate: DateOnly;
  now: DateOnly;
};

/** Day by day from the first day of a cycle to its last, or to today. */
export function burnUp({ log, tasks, startDate, endDate, now }: Given): BurnPoint[] {
  const last = now < endDate ? now : endDate;
  const days = Math.min(MOST_DAYS, daysBetween(startDate, last) + 1);
  return Array.from({ length: Math.max(0, days) }, (_, index) => {
    const day = addDays(startDate, index);
    const scope = log.reduce((sum, { at, change }) => (dayOf(at) <= day ? sum + BY[change] : sum), 0);
    const done = tasks.filter(({ completedAt }) => completedAt !== null && dayOf(completedAt) <= day).length;
    return { day, scope, done };
  });
}
