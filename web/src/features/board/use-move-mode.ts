import { type KeyboardEvent, useState } from 'react';
import type { Task } from '@/api/types';
import {
  type Column,
  type Direction,
  neighbour,
  type Spot,
  shifted,
  spotOf,
  withAt,
  without,
} from '@/features/board/board-grid';
import { type Place, placeAt } from '@/features/board/board-state';
import type { CardFocus } from '@/features/board/lane-cards';
import { taskFeed } from '@/features/tasks/task-feed';
import { announce } from '@/lib/announce';
import { t } from '@/lib/i18n';
import { isTyping } from '@/lib/shortcuts';

type Moving = { id: string; from: Spot; to: Spot; release: () => void };

const DIRECTIONS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  k: 'up',
  j: 'down',
  h: 'left',
  l: 'right',
};

type Options = {
  columns: readonly Column[];
  taskOf: (id: string) => Task | undefined;
  nameOf: (status: string) => string;
  onOpen: (task: Task) => void;
  onMenu: (task: Task) => void;
  onPlace: (id: string, place: Place) => void;
};

/** The keyboard on the board: arrows walk, M picks up, arrows carry, Enter drops, Esc puts back. All of it is spoken. */
export function useMoveMode({ columns, taskOf, nameOf, onOpen, onMenu, onPlace }: Options) {
  const [focus, setFocus] = useState<CardFocus>({ id: null, tick: 0 });
  const [moving, setMoving] = useState<Moving | null>(null);
  const shown = moving ? withAt(columns, moving.id, moving.to) : columns;

  const focusCard = (id: string) => setFocus((last) => ({ id, tick: last.tick + 1 }));
  const speak = (id: 'board.lifted' | 'board.carried' | 'board.dropped' | 'board.putBack', key: string, spot: Spot) => {
    const column = columns[spot.column];
    const count = without(columns, moving?.id ?? focus.id ?? '')[spot.column]?.ids.length ?? 0;
    announce(
      t(id, { key, column: nameOf(column?.status ?? ''), position: spot.index + 1, count: count + 1 }),
      'assertive',
    );
  };

  const pickUp = (task: Task) => {
    const from = spotOf(columns, task.id);
    if (!from) return;
    setMoving({ id: task.id, from, to: from, release: taskFeed.hold(task.id) });
    speak('board.lifted', task.key, from);
  };
  const carry = (task: Task, now: Moving, direction: Direction) => {
    const to = shifted(without(columns, now.id), now.to, direction);
    setMoving({ ...now, to });
    focusCard(now.id);
    speak('board.carried', task.key, to);
  };
  const settle = (task: Task, now: Moving, isKept: boolean) => {
    setMoving(null);
    focusCard(now.id);
    now.release();
    speak(isKept ? 'board.dropped' : 'board.putBack', task.key, isKept ? now.to : now.from);
    const target = columns[now.to.column];
    const isSame = now.to.column === now.from.column && now.to.index === now.from.index;
    if (isKept && target && !isSame) onPlace(now.id, placeAt(target.status, target.ids, now.to.index, now.id));
  };

  const handleCard = (event: KeyboardEvent, task: Task): boolean => {
    const direction = DIRECTIONS[event.key];
    if (moving) {
      if (direction) carry(task, moving, direction);
      else if (event.key === 'Enter' || event.key === ' ') settle(task, moving, true);
      else if (event.key === 'Escape') settle(task, moving, false);
      else return event.key !== 'Tab';
      return true;
    }
    if (direction) {
      const next = neighbour(columns, task.id, direction);
      if (next) focusCard(next);
      return true;
    }
    if (event.key === 'Enter' || event.key === ' ') onOpen(task);
    else if (event.key === 'M' && event.shiftKey) onMenu(task);
    else if (event.key === 'm') pickUp(task);
    else return false;
    return true;
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
      return;
    if (!(event.target instanceof HTMLElement)) return;
    const task = taskOf(event.target.dataset.taskId ?? '');
    if (!task || !handleCard(event, task)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    shown,
    focus,
    movingId: moving?.id ?? null,
    handleKey,
    focusCard,
    /** Remembers where the focus is, without moving it. */
    noteFocus: (id: string) => setFocus((last) => (last.id === id ? last : { id, tick: 0 })),
    /** A pointer elsewhere ends the carrying as Esc does. */
    cancel: () => {
      const task = moving && taskOf(moving.id);
      if (task) settle(task, moving, false);
    },
  };
}
