import type { Task } from '@/api/types';
import { addDays, type DateOnly, dayOf, daysBetween } from '@/lib/dates';

export const DUE_GROUPS = ['overdue', 'today', 'week', 'later', 'none'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/** Sunday of the week of a day; 1970-01-01 was a Thursday. */
export const endOfWeek = (day: DateOnly): DateOnly => addDays(day, 6 - ((daysBetween('1970-01-01', day) + 3) % 7));

export function dueGroupOf(task: Pick<Task, 'dueAt'>, now: DateOnly): DueGroup {
  if (!task.dueAt) return 'none';
  const day = dayOf(task.dueAt);
  if (day < now) return 'overdue';
  if (day === now) return 'today';
  return day <= endOfWeek(now) ? 'week' : 'later';
}

/** Tasks by when they are due, soonest first; groups without tasks are left out. */
export function byDue(tasks: readonly Task[], now: DateOnly): { group: DueGroup; tasks: Task[] }[] {
  return DUE_GROUPS.map((group) => ({ group, tasks: tasks.filter((task) => dueGroupOf(task, now) === group) })).filter(
    (entry) => entry.tasks.length > 0,
  );
}
