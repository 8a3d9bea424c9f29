import type { LiveChange, Priority, StatusCategory, Task, WorkflowState } from '@/api/types';
import { type DateOnly, dayOf, daysBetween, relativeDay, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';

export const PRIORITIES: readonly Priority[] = ['urgent', 'high', 'medium', 'low', 'none'];

const PRIORITY_TEXT = {
  none: 'tasks.priority.none',
  low: 'tasks.priority.low',
  medium: 'tasks.priority.medium',
  high: 'tasks.priority.high',
  urgent: 'tasks.priority.urgent',
} as const;

export const priorityLabel = (priority: Priority): string => t(PRIORITY_TEXT[priority]);

/** A started state that is not the first of them is drawn as "in review": further along, another shape. */
export function isReviewState(status: string, states: readonly WorkflowState[]): boolean {
  const started = states.filter((state) => state.category === 'started');
  return started.findIndex((state) => state.key === status) > 0;
}

/** Whether the project's workflow lets a task go from one state to another. */
export function mayGo(from: string, to: string, states: readonly WorkflowState[]): boolean {
  if (from === to) return true;
  const next = states.find((state) => state.key === from)?.next;
  return !next || next.length === 0 || next.includes(to);
}

/** The categories of tasks that are yet to be done. */
export const OPEN_CATEGORIES: readonly StatusCategory[] = ['backlog', 'unstarted', 'started'];

export const isOpen = ({ statusCategory }: Pick<Task, 'statusCategory'>): boolean =>
  OPEN_CATEGORIES.includes(statusCategory);

export type Due = { text: string; tone: 'plain' | 'soon' | 'late' };

export function dueOf(task: Pick<Task, 'dueAt' | 'statusCategory'>, now: DateOnly): Due | null {
  if (!task.dueAt) return null;
  const day = dayOf(task.dueAt);
  const relative = isOpen(task) ? relativeDay(day, now) : null;
  const text = relative ? t(`ui.${relative}`) : shortDate(day, now);
  if (!isOpen(task)) return { text, tone: 'plain' };
  const distance = daysBetween(now, day);
  return { text, tone: distance < 0 ? 'late' : distance <= 1 ? 'soon' : 'plain' };
}

export const stepsDone = (task: Pick<Task, 'steps'>): number => task.steps.filter((step) => step.done).length;

const PATCHABLE = new Set([
  'title',
  'priority',
  'dueAt',
  'startAt',
  'assigneeIds',
  'labels',
  'commentCount',
  'attachmentCount',
]);

const COUNTS = new Set(['commentCount', 'attachmentCount', 'subtaskCount', 'subtaskDoneCount', 'progress']);

/** The task after a live message that follows directly on our version; null when only a reload can tell. */
export function patchTask(task: Task, change: LiveChange): Task | null {
  if (change.version !== task.version + 1 || !change.changes) return null;
  const fields = Object.entries(change.changes);
  if (fields.length === 0 || fields.some(([field, value]) => !PATCHABLE.has(field) || !('to' in value))) return null;
  const next = Object.fromEntries(fields.map(([field, value]) => [field, value.to]));
  return { ...task, ...next, version: change.version, updatedAt: change.at };
}

/** The task with the counts that a live message tells; they have nothing to do with its version. */
export function recount(task: Task, change: LiveChange): Task {
  const counts = Object.entries(change.changes ?? {}).filter(([field]) => COUNTS.has(field));
  return { ...task, ...Object.fromEntries(counts.map(([field, value]) => [field, value.to])) };
}

/** `WEB` of `WEB-12`. */
export const projectKeyOf = (taskKey: string): string => taskKey.slice(0, taskKey.lastIndexOf('-'));
