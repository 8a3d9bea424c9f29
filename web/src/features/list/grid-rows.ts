import type { ReactNode } from 'react';
import type { Task } from '@/api/types';

/** A titled part of the list, as it is drawn. */
export type GridGroup = {
  id: string;
  title: string;
  icon?: ReactNode;
  tone?: 'late';
  tasks: readonly Task[];
  /** More lie behind what is loaded. */
  isMore: boolean;
  onAdd?: () => void;
};

export type GridRow =
  | { kind: 'group'; id: string; group: GridGroup; isFolded: boolean }
  | { kind: 'task'; id: string; task: Task; group: GridGroup };

export const groupRowId = (groupId: string) => `group:${groupId}`;

/** Group bars and tasks in one sequence, which is what is scrolled and walked through. A list without titles has no bars. */
export function toRows(groups: readonly GridGroup[], folded: ReadonlySet<string>): GridRow[] {
  return groups.flatMap((group) => {
    const isFolded = folded.has(group.id);
    const tasks = group.tasks.map((task): GridRow => ({ kind: 'task', id: task.id, task, group }));
    if (!group.title) return tasks;
    const bar: GridRow = { kind: 'group', id: groupRowId(group.id), group, isFolded };
    return isFolded ? [bar] : [bar, ...tasks];
  });
}

/** All tasks from one row to another, both included, whichever stands first. */
export function tasksBetween(rows: readonly GridRow[], fromId: string, toId: string): string[] {
  const from = rows.findIndex((row) => row.id === fromId);
  const to = rows.findIndex((row) => row.id === toId);
  if (from < 0 || to < 0) return [];
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1).flatMap((row) => (row.kind === 'task' ? [row.id] : []));
}
