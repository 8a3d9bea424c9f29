import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { taskFeed } from '@/features/tasks/task-feed';
import type { DateOnly } from '@/lib/dates';

type Held = { task: Task; from: DateOnly | null; release: () => void };

const at = ({ target }: DragEvent, attribute: 'data-day' | 'data-task-id'): string | null =>
  target instanceof Element ? (target.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null) : null;

/** The day by which a task is held: a bar is drawn by the first of its week and reaches over others. */
function heldBy(event: DragEvent): DateOnly | null {
  const own = at(event, 'data-day');
  if (own === null || !(event.target instanceof Element)) return null;
  const week = event.target.closest('[role="row"]')?.querySelectorAll<HTMLElement>('[data-day]') ?? [];
  const under = [...week].find((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return left <= event.clientX && event.clientX < right;
  });
  return under?.dataset.day ?? own;
}

/** Dragging a task onto a day, for the element that holds both; a chip that may be dragged says so itself. */
export function useTaskDrag(
  find: (id: string) => Task | undefined,
  onDrop: (task: Task, from: DateOnly | null, to: DateOnly) => void,
) {
  const held = useRef<Held | null>(null);
  const [over, setOver] = useState<DateOnly | null>(null);

  const end = () => {
    held.current?.release();
    held.current = null;
    setOver(null);
  };
  // A calendar that is left while something is dragged never hears of the drop.
  useEffect(() => () => held.current?.release(), []);

  const handlers = {
    onDragStart: (event: DragEvent) => {
      const task = find(at(event, 'data-task-id') ?? '');
      if (!task) return;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', task.key);
      held.current = { task, from: heldBy(event), release: taskFeed.hold(task.id) };
    },
    onDragOver: (event: DragEvent) => {
      const day = at(event, 'data-day');
      if (held.current && day) event.preventDefault();
      setOver((held.current && day) || null);
    },
    onDrop: (event: DragEvent) => {
      const taken = held.current;
      const day = at(event, 'data-day');
      end();
      if (!taken || !day) return;
      event.preventDefault();
      onDrop(taken.task, taken.from, day);
    },
    onDragEnd: end,
  };
  return { over, handlers };
}
