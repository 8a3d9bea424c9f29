import type { Priority, Task } from '@/api/types';
import { isOpen, OPEN_CATEGORIES } from '@/features/tasks/task-state';
import { addDays, type DateOnly, dayOf, daysBetween } from '@/lib/dates';

/** As in the address: `?q=login&status=todo&assignee=<id>,none&label=Bug&priority=high,urgent&due=week`. */
export type TaskFilters = {
  q?: string;
  status?: string;
  assignee?: string;
  label?: string;
  priority?: string;
  due?: string;
};

export const DUE_CHOICES = ['overdue', 'today', 'week'] as const;
type DueChoice = (typeof DUE_CHOICES)[number];
const isDueChoice = (value: string | undefined): value is DueChoice => DUE_CHOICES.some((choice) => choice === value);

const list = (value: string | undefined): string[] => (value ? value.split(',').filter(Boolean) : []);

export const toggled = (value: string | undefined, item: string): string | undefined => {
  const items = list(value);
  const next = items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
  return next.join(',') || undefined;
};

export const chosenIn = list;

export const countFilters = (filters: TaskFilters): number =>
  [filters.q, filters.status, filters.assignee, filters.label, filters.priority, filters.due].filter(Boolean).length;

const has = (values: readonly string[], value: Priority) => values.includes(value);

/** `week` is today and the six days after it. */
function isDue(task: Task, due: DueChoice, now: DateOnly): boolean {
  if (!task.dueAt) return false;
  const distance = daysBetween(now, dayOf(task.dueAt));
  if (due === 'overdue') return distance < 0 && isOpen(task);
  return due === 'today' ? distance === 0 : distance >= 0 && distance < 7;
}

/** A test for one task; several values of a filter mean any of them, several filters mean all of them. */
export function matcher(filters: TaskFilters, now: DateOnly): (task: Task) => boolean {
  const words = (filters.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const statuses = list(filters.status);
  const assignees = list(filters.assignee);
  const labels = list(filters.label).map((name) => name.toLowerCase());
  const priorities = list(filters.priority);
  return (task) => {
    const text = `${task.key} ${task.title}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return false;
    if (statuses.length > 0 && !statuses.includes(task.status)) return false;
    if (isDueChoice(filters.due) && !isDue(task, filters.due, now)) return false;
    if (priorities.length > 0 && !has(priorities, task.priority)) return false;
    if (labels.length > 0 && !task.labels.some((name) => labels.includes(name.toLowerCase()))) return false;
    if (assignees.length === 0) return true;
    if (task.assigneeIds.length === 0) return assignees.includes('none');
    return task.assigneeIds.some((id) => assignees.includes(id));
  };
}

// `dueBefore` and `dueAfter` leave the day they name out.
function dueQuery(due: string | undefined, now: DateOnly): Record<string, string> {
  if (!isDueChoice(due)) return {};
  if (due === 'overdue') return { dueBefore: now, statusCategory: OPEN_CATEGORIES.join(',') };
  return { dueAfter: addDays(now, -1), dueBefore: addDays(now, due === 'today' ? 1 : 7) };
}

/** The same filters as the server's list takes them. */
export function toTaskQuery(filters: TaskFilters, now: DateOnly): Record<string, string> {
  const { q, status, assignee, label, priority } = filters;
  const given = { q, status, assigneeId: assignee, label, priority };
  const named = Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => !!entry[1]));
  return { ...named, ...dueQuery(filters.due, now) };
}
