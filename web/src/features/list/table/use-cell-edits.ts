import { useState } from 'react';
import type { CustomField, Task } from '@/api/types';
import type { useChangeTasks } from '@/features/list/change-tasks';
import type { OwnRequest } from '@/features/list/table/own-picker';
import { type Column, columnName, hasCell } from '@/features/list/table/table-columns';
import { typedCell } from '@/features/list/table/typed-cell';
import type { PickRequest } from '@/features/list/task-picker';
import { isComputed } from '@/features/projects/custom-field-queries';
import { t } from '@/lib/i18n';

type Options = {
  columns: readonly Column[];
  mayEdit: boolean;
  change: ReturnType<typeof useChangeTasks>['change'];
};

/** Where an answer is asked for, "no" is one as well, and is chosen as "yes" is. */
const isTicked = ({ type, required }: CustomField) => type === 'checkbox' && required === 'never';

/** How a cell is changed: typed over, chosen from a picker, or ticked at once. */
export function useCellEdits({ columns, mayEdit, change }: Options) {
  const [request, setRequest] = useState<PickRequest | null>(null);
  const [ownRequest, setOwnRequest] = useState<OwnRequest | null>(null);
  const [isTyping, setIsTyping] = useState(false);

  const save = (task: Task, head: Column, changed: ReturnType<Parameters<typeof change>[1]>) =>
    void change(
      [task],
      () => changed,
      (name) => t('table.cellChanged', { name, column: columnName(head) }),
    );
  const setOwn = (task: Task, head: Column, value: unknown) => {
    if (head.edit?.kind !== 'own') return;
    save(task, head, { customFields: { ...task.customFields, [head.edit.field.name]: value } });
  };
  const edit = (task: Task, column: number, anchor: HTMLElement) => {
    const head = columns[column];
    if (!mayEdit || !head?.edit || !hasCell(task, head)) return;
    if (typedCell(task, head)) setIsTyping(true);
    else if (head.edit.kind === 'pick') setRequest({ field: head.edit.field, tasks: [task], anchor });
    else if (head.edit.kind !== 'own' || isComputed(head.edit.field)) return;
    else if (!isTicked(head.edit.field)) setOwnRequest({ task, field: head.edit.field, anchor });
    else setOwn(task, head, task.customFields?.[head.edit.field.name] !== true);
  };
  const saveTyped = (task: Task, column: number, text: string | null) => {
    setIsTyping(false);
    const head = columns[column];
    const changed = text === null || !head ? null : typedCell(task, head)?.read(text);
    if (head && changed) save(task, head, changed);
  };
  const chooseOwn = ({ task, field }: OwnRequest, value: unknown) => {
    const head = columns.find(({ edit: how }) => how?.kind === 'own' && how.field.id === field.id);
    if (head) setOwn(task, head, value);
  };
  return { request, setRequest, ownRequest, setOwnRequest, isTyping, edit, saveTyped, chooseOwn };
}
