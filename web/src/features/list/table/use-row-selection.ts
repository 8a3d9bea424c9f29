import { useState } from 'react';
import type { Task } from '@/api/types';
import { useChosen } from '@/features/list/use-chosen';

/** Which rows of a table are ticked: one by one, a range with Shift, or all that are loaded. */
export function useRowSelection(tasks: readonly Task[]) {
  const { chosen, select, selectAll } = useChosen();
  const [anchorId, setAnchorId] = useState<string | null>(null);
  // What has left the table is not selected any more.
  const selected = chosen.size === 0 ? [] : tasks.filter(({ id }) => chosen.has(id));

  const between = (fromId: string, toId: string) => {
    const [from, to] = [fromId, toId].map((id) => tasks.findIndex((task) => task.id === id));
    if (from === undefined || to === undefined || from < 0 || to < 0) return [toId];
    return tasks.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);
  };
  const toggle = (id: string, isRange: boolean) => {
    const ids = isRange && anchorId ? between(anchorId, id) : [id];
    const isAdding = !chosen.has(id);
    select(isAdding ? [...chosen, ...ids] : [...chosen].filter((other) => !ids.includes(other)));
    setAnchorId(id);
  };
  const clear = () => select([]);
  const isAll = selected.length > 0 && selected.length === tasks.length;
  const toggleAll = () => (isAll ? clear() : select(tasks.map(({ id }) => id)));
  return { chosen, selected, isAll, toggle, toggleAll, selectAll, clear };
}

export type RowSelection = ReturnType<typeof useRowSelection>;
