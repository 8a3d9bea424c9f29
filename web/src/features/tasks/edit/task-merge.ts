import type { StatusCategory, Task, TaskChange } from '@/api/types';

export type EditedField = keyof TaskChange;

export const EDITED_FIELDS: readonly EditedField[] = [
  'title',
  'description',
  'status',
  'type',
  'priority',
  'difficulty',
  'estimateMinutes',
  'durationMinutes',
  'startAt',
  'dueAt',
  'deadlineAt',
  'assigneeIds',
  'watcherIds',
  'labels',
  'parentId',
  'milestoneId',
  'steps',
  'recurrence',
  'customFields',
];

const LISTS = ['assigneeIds', 'watcherIds', 'labels'] as const;
const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The task as it will look once a change is saved. `category` belongs to a new status. */
export const applyChange = (task: Task, change: TaskChange, category: StatusCategory | null): Task => ({
  ...task,
  ...change,
  statusCategory: category ?? task.statusCategory,
});

type Own = Task['customFields'];

/** Which fields of the project's own one state has otherwise than another. */
function ownDiff(before: Own, after: Own): Record<string, unknown> {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const differing = names.filter((name) => !isSame(before?.[name], after?.[name]));
  return Object.fromEntries(differing.map((name) => [name, after?.[name] ?? null]));
}

/** A change as it is sent: of the project's own fields only what differs, because some are computed and nobody sets them. */
export function onWire<Change extends { customFields?: Own }>(change: Change, base: Task): Change {
  const { customFields } = change;
  return customFields ? { ...change, customFields: ownDiff(base.customFields, customFields) } : change;
}

/** Whether anything would be different. */
export const changesAnything = (task: Task, change: TaskChange): boolean =>
  EDITED_FIELDS.some((field) => field in change && !isSame(change[field], task[field]));

/** What I added and removed, done to their list. */
function mergeList(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const kept = theirs.filter((item) => mine.includes(item) || !base.includes(item));
  return [...kept, ...mine.filter((item) => !base.includes(item) && !kept.includes(item))];
}

export type Rebased = { change: TaskChange; clashes: EditedField[] };

/**
 * A change made on `base`, put onto what the task has become meanwhile. Lists are merged; a field that both sides set to
 * different values is a clash, and only the person can decide it.
 */
export function rebase(change: TaskChange, base: Task, theirs: Task): Rebased {
  const merged = { ...change };
  for (const field of LISTS) {
    const mine = change[field];
    if (mine) merged[field] = mergeList(base[field], mine, theirs[field]);
  }
  const own = change.customFields ? ownDiff(base.customFields, change.customFields) : {};
  const ownClash = Object.entries(own).some(
    ([name, value]) =>
      !isSame(base.customFields?.[name], theirs.customFields?.[name]) && !isSame(value, theirs.customFields?.[name]),
  );
  if (change.customFields) merged.customFields = { ...theirs.customFields, ...own };
  const apart: readonly string[] = [...LISTS, 'customFields'];
  const clashes = EDITED_FIELDS.filter(
    (field) =>
      field in change &&
      !apart.includes(field) &&
      !isSame(base[field], theirs[field]) &&
      !isSame(change[field], theirs[field]),
  );
  if (ownClash) clashes.push('customFields');
  return { change: merged, clashes };
}
