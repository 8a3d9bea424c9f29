import { type KeyboardEvent, useState } from 'react';
import type { Task } from '@/api/types';
import { type GridRow, tasksBetween } from '@/features/list/grid-rows';
import type { TaskField } from '@/features/list/task-picker';
import { useChosen } from '@/features/list/use-chosen';
import { comboOf, isTyping, useShortcuts } from '@/lib/shortcuts';

export type RowFocus = { id: string | null; tick: number };

const FIELDS: Record<string, TaskField> = { s: 'status', a: 'assignee', p: 'priority', l: 'labels', d: 'due' };

type Options = {
  rows: readonly GridRow[];
  mayEdit: boolean;
  onOpen: (task: Task) => void;
  onFold: (groupId: string) => void;
  onPick: (field: TaskField, tasks: Task[]) => void;
  onRemove: (tasks: Task[]) => void;
  /** Esc with nothing selected. */
  onEscape: () => void;
};

/** The keyboard of a list: walking, selecting, opening and changing, in the list or from anywhere on the page. */
export function useGridKeys({ rows, mayEdit, onOpen, onFold, onPick, onRemove, onEscape }: Options) {
  const [focus, setFocus] = useState<RowFocus>({ id: null, tick: 0 });
  const { chosen, select, selectAll } = useChosen();
  const [anchorId, setAnchorId] = useState<string | null>(null);
  const index = rows.findIndex((row) => row.id === focus.id);
  const current = rows[index];
  const selected = rows.flatMap((row) => (row.kind === 'task' && chosen.has(row.id) ? [row.task] : []));

  const focusRow = (id: string) => setFocus((last) => ({ id, tick: last.tick + 1 }));
  const walk = (to: number, isExtending = false) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (!row) return;
    const from = anchorId ?? current?.id ?? row.id;
    if (isExtending) {
      setAnchorId(from);
      select(tasksBetween(rows, from, row.id));
    } else setAnchorId(null);
    focusRow(row.id);
  };
  /** Ticks or unticks one; with Shift everything from the row that was ticked last. */
  const toggle = (id: string, isRange = false) => {
    const ids = isRange && anchorId ? tasksBetween(rows, anchorId, id) : [id];
    const isAdding = !chosen.has(id);
    select(isAdding ? [...chosen, ...ids] : [...chosen].filter((other) => !ids.includes(other)));
    setAnchorId(id);
  };
  const clear = () => select([]);
  const isAll = selected.length > 0 && rows.every((row) => row.kind !== 'task' || chosen.has(row.id));
  const targets = (): Task[] => {
    if (selected.length > 0) return selected;
    return current?.kind === 'task' ? [current.task] : [];
  };

  const act = (combo: string): boolean => {
    const field = FIELDS[combo];
    if (field || combo === 'delete' || combo === 'shift+delete') {
      const tasks = targets();
      if (!mayEdit || tasks.length === 0) return false;
      if (field) onPick(field, tasks);
      else onRemove(tasks);
      return true;
    }
    switch (combo) {
      case 'j':
      case 'arrowdown':
        walk(index + 1);
        return true;
      case 'k':
      case 'arrowup':
        walk(index < 0 ? 0 : index - 1);
        return true;
      case 'shift+arrowdown':
      case 'shift+j':
        walk(index + 1, true);
        return true;
      case 'shift+arrowup':
      case 'shift+k':
        walk(index - 1, true);
        return true;
      case 'home':
        walk(0);
        return true;
      case 'end':
        walk(rows.length - 1);
        return true;
      case 'x':
        if (current?.kind === 'task' && mayEdit) toggle(current.id);
        return current?.kind === 'task';
      case 'mod+a':
        if (mayEdit) select(rows.flatMap((row) => (row.kind === 'task' ? [row.id] : [])));
        return mayEdit;
      case 'escape':
        if (selected.length > 0) clear();
        else onEscape();
        return true;
      default:
        return false;
    }
  };

  const actOnRow = (combo: string): boolean => {
    if (combo === 'enter' || combo === ' ') {
      if (current?.kind === 'task') onOpen(current.task);
      else if (current) onFold(current.group.id);
      return true;
    }
    const isFolding = combo === 'arrowleft' || combo === 'arrowright';
    if (!isFolding || current?.kind !== 'group') return act(combo);
    if (current.isFolded === (combo === 'arrowright')) onFold(current.group.id);
    return true;
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || isTyping(event.target)) return;
    const combo = comboOf(event.nativeEvent);
    const isOnRow = event.target instanceof Element && event.target.getAttribute('role') === 'row';
    if (isOnRow ? !actOnRow(combo) : !act(combo)) return;
    event.preventDefault();
  };

  const anywhere = (combo: string) => () => void act(combo);
  useShortcuts({
    // From outside the list only what is visibly selected is deleted, never the row that had the focus last.
    ...(selected.length > 0 ? { delete: anywhere('delete') } : {}),
    ...Object.fromEntries(['j', 'k', 'x', 'escape', ...Object.keys(FIELDS)].map((combo) => [combo, anywhere(combo)])),
  });

  const noteFocus = (id: string) => setFocus((last) => (last.id === id ? last : { id, tick: 0 }));
  return { focus, focusRow, noteFocus, chosen, selected, isAll, toggle, selectAll, clear, handleKey };
}
