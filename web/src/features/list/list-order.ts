import type { Priority, Task } from '@/api/types';
import { PRIORITIES } from '@/features/tasks/task-state';
import { dayOf, isDateOnly } from '@/lib/dates';

/** The orders the list offers, named as the server names them. */
export const SORTS = ['rank', '-priority', 'dueAt', '-updatedAt', '-createdAt', 'title'] as const;
export type Sort = (typeof SORTS)[number];

export const GROUPINGS = ['status', 'priority', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const sortOf = (value: string | undefined): Sort => SORTS.find((sort) => sort === value) ?? 'rank';
export const groupingOf = (value: string | undefined): Grouping =>
  GROUPINGS.find((grouping) => grouping === value) ?? 'status';

const weight = (priority: Priority) => PRIORITIES.length - PRIORITIES.indexOf(priority);

// A date counts as the end of its day; nothing comes last.
const dueInstant = (task: Task): number => {
  if (!task.dueAt) return Number.POSITIVE_INFINITY;
  return Date.parse(isDateOnly(task.dueAt) ? `${dayOf(task.dueAt)}T23:59:59` : task.dueAt);
};

const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

const BY: Record<Sort, (a: Task, b: Task) => number> = {
  rank: (a, b) => byText(a.rank, b.rank),
  '-priority': (a, b) => weight(b.priority) - weight(a.priority),
  dueAt: (a, b) => (dueInstant(a) === dueInstant(b) ? 0 : dueInstant(a) - dueInstant(b)),
  '-updatedAt': (a, b) => byText(b.updatedAt, a.updatedAt),
  '-createdAt': (a, b) => byText(b.createdAt, a.createdAt),
  title: (a, b) => a.title.localeCompare(b.title),
};

/** What stands before what; ties by id, in the direction of the order, as the server breaks them. */
export const comparer = (sort: Sort) => (a: Task, b: Task) =>
  BY[sort](a, b) || (sort.startsWith('-') ? byText(b.id, a.id) : byText(a.id, b.id));
