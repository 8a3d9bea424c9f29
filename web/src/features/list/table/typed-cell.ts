import type { Task } from '@/api/types';
import type { TaskChange } from '@/features/list/change-tasks';
import { type Column, columnName } from '@/features/list/table/table-columns';
import { readOwn } from '@/features/tasks/edit/own/own-values';
import { formatMinutes, parseMinutes } from '@/lib/duration';

/** A cell that is typed over. */
export type TypedCell = {
  name: string;
  /** As it stands in the field at first. */
  text: string;
  maxLength: number;
  /** What the task becomes; null leaves it as it is, undefined where the text is none. */
  read: (text: string) => TaskChange | null | undefined;
};

const TYPED = ['text', 'number', 'money', 'link'];

/** How a cell is typed over; null for one that is changed otherwise. */
export function typedCell(task: Task, column: Column): TypedCell | null {
  const { edit } = column;
  const name = columnName(column);
  if (edit?.kind === 'type' && edit.field === 'title') {
    const read = (text: string) => {
      const title = text.trim();
      return title === '' ? undefined : title === task.title ? null : { title };
    };
    return { name, text: task.title, maxLength: 500, read };
  }
  if (edit?.kind === 'type') {
    const member = edit.field === 'estimate' ? 'estimateMinutes' : 'durationMinutes';
    const before = task[member];
    const read = (text: string) => {
      const minutes = text.trim() === '' ? null : parseMinutes(text);
      if (text.trim() !== '' && minutes === null) return undefined;
      return minutes === before ? null : { [member]: minutes };
    };
    return { name, text: before === null ? '' : formatMinutes(before), maxLength: 20, read };
  }
  if (edit?.kind !== 'own' || !TYPED.includes(edit.field.type)) return null;
  const { field } = edit;
  const before: unknown = task.customFields?.[field.name] ?? null;
  const read = (text: string) => {
    const value = readOwn(field.type, text.trim());
    if (value === undefined) return undefined;
    return value === before ? null : { customFields: { ...task.customFields, [field.name]: value } };
  };
  return { name, text: before === null ? '' : String(before), maxLength: 4000, read };
}
