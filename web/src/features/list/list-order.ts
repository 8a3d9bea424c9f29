import type { Priority, Task } from '@/api/types';
import { PRIORITIES } from '@/features/tasks/task-state';
import { dayOf, isDateOnly } from '@/lib/dates';

/** The orders the list offers, named as the server names them. */
export const SORTS = ['rank', '-priority', 'dueAt', 'deadlineAt', '-updatedAt', '-createdAt', 'title'] as const;
export type Sort = (typeof SORTS)[number];

export const GROUPINGS = ['status', 'priority', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const sortOf = (value: string | undefined): Sort => SORTS.find((sort) => sort === value) ?? 'rank';
export const groupingOf = (value: string | undefined): Grouping =>
  GROUPINGS.find((grouping) => grouping === value) ?? 'status';

const weight = (priority: Priority) => PRIORITIES.length - PRIORITIES.indexOf(priority);

// A date counts as the end of its day, or as the beginning where something starts.
const instant = (value: string | null, time: string): number | null =>
  value === null ? null : Date.parse(isDateOnly(value) ? `${dayOf(value)}T${time}` : value);

const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** What the server's orders compare; nothing comes last, in both directions. */
const VALUE = {
  rank: (task: Task) => task.rank,
  priority: (task: Task) => weight(task.priority),
  startAt: (task: Task) => instant(task.startAt, '00:00:00'),
  dueAt: (task: Task) => instant(task.dueAt, '23:59:59'),
  deadlineAt: (task: Task) => instant(task.deadlineAt, '23:59:59'),
  completedAt: (task: Task) => task.completedAt,
  updatedAt: (task: Task) => task.updatedAt,
  createdAt: (task: Task) => task.createdAt,
  title: (task: Task) => task.title,
  status: (task: Task) => task.status,
  number: (task: Task) => task.number,
  difficulty: (task: Task) => task.difficulty,
};

export type SortField = keyof typeof VALUE;
export type AnySort = SortField | `-${SortField}`;

const isSortField = (value: string): value is SortField => value in VALUE;

/** An order of the table; the order on the board where it is none. */
export function anySortOf(value: string | undefined): AnySort {
  const field = value?.replace(/^-/, '') ?? '';
  if (!isSortField(field)) return 'rank';
  return value?.startsWith('-') ? `-${field}` : field;
}

function compareValues(a: string | number | null, b: string | number | null, direction: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
  return direction * byText(String(a), String(b));
}

/** What stands before what; ties by id, in the direction of the order, as the server breaks them. */
export function comparer(sort: AnySort): (a: Task, b: Task) => number {
  const direction = sort.startsWith('-') ? -1 : 1;
  const field = sort.replace(/^-/, '');
  const read = VALUE[isSortField(field) ? field : 'rank'];
  const isTitle = field === 'title';
  return (a, b) => {
    const order = isTitle ? direction * a.title.localeCompare(b.title) : compareValues(read(a), read(b), direction);
    return order || direction * byText(a.id, b.id);
  };
}
