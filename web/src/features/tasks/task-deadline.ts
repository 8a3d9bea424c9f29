import type { Task } from '@/api/types';
import { type Due, dueOf, isOpen } from '@/features/tasks/task-state';
import { type DateOnly, dayOf, isDateOnly } from '@/lib/dates';

type Dates = Pick<Task, 'dueAt' | 'deadlineAt'>;

/** Whether a task is due when its deadline is over. Where one of them is a day, the days count. */
export function isDueBehind({ dueAt, deadlineAt }: Dates): boolean {
  if (!dueAt || !deadlineAt) return false;
  if (isDateOnly(dueAt) || isDateOnly(deadlineAt)) return dayOf(dueAt) > dayOf(deadlineAt);
  return Date.parse(dueAt) > Date.parse(deadlineAt);
}

export type Deadline = Due & {
  /** Whether the task is open, and due when its deadline is over. */
  isDueBehind: boolean;
};

/** The moment that a task must not pass; coloured when it is near, over, or planned to be passed. */
export function deadlineOf(task: Dates & Pick<Task, 'statusCategory'>, now: DateOnly): Deadline | null {
  const plain = dueOf({ dueAt: task.deadlineAt, statusCategory: task.statusCategory }, now);
  if (!plain) return null;
  const isBehind = isOpen(task) && isDueBehind(task);
  return { text: plain.text, tone: isBehind ? 'late' : plain.tone, isDueBehind: isBehind };
}
