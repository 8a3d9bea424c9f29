import type { Priority, Task } from '@/api/types';

/** As in the address: `?q=login&assignee=<id>,none&label=Bug&priority=high,urgent`. */
export type BoardFilters = { q?: string; assignee?: string; label?: string; priority?: string };

const list = (value: string | undefined): string[] => (value ? value.split(',').filter(Boolean) : []);

export const toggled = (value: string | undefined, item: string): string | undefined => {
  const items = list(value);
  const next = items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
  return next.join(',') || undefined;
};

export const chosenIn = list;

export const countFilters = (filters: BoardFilters): number =>
  [filters.q, filters.assignee, filters.label, filters.priority].filter(Boolean).length;

const has = (values: readonly string[], value: Priority) => values.includes(value);

/** A test for one task; several values of a filter mean any of them, several filters mean all of them. */
export function matcher(filters: BoardFilters): (task: Task) => boolean {
  const words = (filters.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const assignees = list(filters.assignee);
  const labels = list(filters.label).map((name) => name.toLowerCase());
  const priorities = list(filters.priority);
  return (task) => {
    const text = `${task.key} ${task.title}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return false;
    if (priorities.length > 0 && !has(priorities, task.priority)) return false;
    if (labels.length > 0 && !task.labels.some((name) => labels.includes(name.toLowerCase()))) return false;
    if (assignees.length === 0) return true;
    if (task.assigneeIds.length === 0) return assignees.includes('none');
    return task.assigneeIds.some((id) => assignees.includes(id));
  };
}
