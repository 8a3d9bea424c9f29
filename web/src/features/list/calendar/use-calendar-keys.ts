import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { daysOf, fullDates, isShown, putDown } from '@/features/list/calendar/calendar-days';
import type { ShownDays } from '@/features/list/project-list';
import { taskFeed } from '@/features/tasks/task-feed';
import { announce } from '@/lib/announce';
import { addDays, type DateOnly, mondayOf } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { isTyping } from '@/lib/shortcuts';

/** A task that the keys carry by one of its days; `from` is null where it had none. */
export type Carried = { task: Task; from: DateOnly | null; to: DateOnly; release: () => void };
/** `at` is where the chip is drawn: by the first day that its task has in the week. */
type Focus = { day: DateOnly; taskId: string | null; at: DateOnly; tick: number };

const STEPS: Record<string, number> = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 };

function stepOf(key: string): number | undefined {
  const step = STEPS[key];
  const isSideways = step === 1 || step === -1;
  return isSideways && document.documentElement.dir === 'rtl' ? -step : step;
}

type Options = {
  days: ShownDays;
  /** The day that has the focus where the one that had it is not shown. */
  start: DateOnly;
  find: (id: string) => Task | undefined;
  /** The chips that begin on a day, as they stand there. */
  idsOn: (day: DateOnly) => readonly string[];
  mayMove: boolean;
  /** Shows the days around one that is not shown. */
  onShow: (day: DateOnly) => void;
  onStep: (day: DateOnly, by: 1 | -1) => DateOnly;
  /** A new task on a day; null for those who may not make one. */
  onAdd: ((day: DateOnly) => void) | null;
  onMove: (task: Task, from: DateOnly | null, to: DateOnly) => void;
};

/**
 * The keyboard of the calendar: arrows walk over the days, Tab goes into one. M picks a task up, arrows carry it by days
 * and weeks, Enter drops it and Esc puts it back. All of it is spoken.
 */
export function useCalendarKeys({ days, start, find, idsOn, mayMove, onShow, onStep, onAdd, onMove }: Options) {
  const root = useRef<HTMLDivElement>(null);
  const done = useRef({ day: 0, chip: 0 });
  const [focus, setFocus] = useState<Focus>({ day: start, taskId: null, at: start, tick: 0 });
  const [carried, setCarried] = useState<Carried | null>(null);
  const latest = useRef(carried);
  latest.current = carried;
  const active = isShown(days, focus.day) ? focus.day : start;

  // The focus belongs to the browser. Days that were asked for take it once they are there, then the chip, which may come later.
  useLayoutEffect(() => {
    const { day, taskId, at, tick } = focus;
    if (done.current.chip === tick) return;
    const cell = root.current?.querySelector<HTMLElement>(`[data-day="${day}"]`);
    if (!cell) return;
    const drawn = root.current?.querySelector<HTMLElement>(`[data-day="${at}"] [data-task-id="${taskId}"]`);
    const chip = taskId === null ? cell : drawn;
    const isFirst = done.current.day !== tick;
    const isWaiting = document.activeElement === cell || document.activeElement === document.body;
    if (isFirst || (chip && isWaiting)) (chip ?? cell).focus();
    done.current = { day: tick, chip: chip ? tick : done.current.chip };
  });
  // Left meanwhile, nothing is carried any more.
  useEffect(() => () => latest.current?.release(), []);

  const go = (day: DateOnly, taskId: string | null = null, at = day) => {
    setFocus((last) => ({ day, taskId, at, tick: last.tick + 1 }));
    if (!isShown(days, day)) onShow(day);
  };
  const spanAt = (task: Task, from: DateOnly | null, to: DateOnly) =>
    daysOf({ ...task, ...putDown(task, from, to) }) ?? { start: to, end: to };
  const follow = (task: Task, from: DateOnly | null, to: DateOnly) => {
    const [{ start: first }, monday] = [spanAt(task, from, to), mondayOf(to)];
    go(to, task.id, first > monday ? first : monday);
  };
  const speak = (act: 'lifted' | 'carried' | 'dropped', task: Task, from: DateOnly | null, to: DateOnly) => {
    const span = spanAt(task, from, to);
    announce(t(`calendarView.${act}`, { key: task.key, day: fullDates(span) }), 'assertive');
  };

  const pickUp = (task: Task, from: DateOnly | null) => {
    const to = from ?? active;
    setCarried({ task, from, to, release: taskFeed.hold(task.id) });
    follow(task, from, to);
    speak('lifted', task, from, to);
  };
  const pickUpUndated = (id: string): boolean => {
    const task = find(id);
    if (task) pickUp(task, null);
    return task !== undefined;
  };
  const carry = (held: Carried, step: number) => {
    const to = addDays(held.to, step);
    setCarried({ ...held, to });
    follow(held.task, held.from, to);
    speak('carried', held.task, held.from, to);
  };
  const settle = (held: Carried, isKept: boolean) => {
    setCarried(null);
    held.release();
    const isMoved = isKept && held.to !== held.from;
    const day = isKept ? held.to : (held.from ?? held.to);
    if (isKept || held.from) follow(held.task, held.from, day);
    else go(day, held.task.id);
    if (isKept) speak('dropped', held.task, held.from, held.to);
    else announce(t('calendarView.putBack', { key: held.task.key }), 'assertive');
    if (isMoved) onMove(held.task, held.from, held.to);
  };

  const handleCarried = (held: Carried, key: string): boolean => {
    const step = stepOf(key);
    if (step) carry(held, step);
    else if (key === 'Enter' || key === ' ') settle(held, true);
    else if (key === 'Escape' || key === 'Tab') settle(held, false);
    return key !== 'Tab';
  };
  const handleDay = (day: DateOnly, key: string): boolean => {
    const step = stepOf(key);
    if (step) go(addDays(day, step));
    else if (key === 'Home') go(mondayOf(day));
    else if (key === 'End') go(addDays(mondayOf(day), 6));
    else if (key === 'PageUp' || key === 'PageDown') go(onStep(day, key === 'PageUp' ? -1 : 1));
    else if (key === 'Enter' && onAdd) onAdd(day);
    else return false;
    return true;
  };
  const handleChip = (day: DateOnly, id: string, key: string): boolean => {
    const ids = idsOn(day);
    const at = ids.indexOf(id);
    const task = find(id);
    if (key === 'ArrowUp') go(day, ids[at - 1] ?? null);
    else if (key === 'ArrowDown') go(day, ids[at + 1] ?? id);
    else if (key === 'ArrowLeft' || key === 'ArrowRight') go(addDays(day, stepOf(key) ?? 0));
    else if (key === 'Escape') go(day);
    else if (key === 'm' && mayMove && task) pickUp(task, day);
    else return false;
    return true;
  };

  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget, key } = event;
    if (event.defaultPrevented || event.nativeEvent.isComposing || isTyping(target)) return;
    // What opens above the calendar has keys of its own, which rise to here as well.
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    if (!currentTarget.contains(target)) return;
    const { day, taskId } = target.dataset;
    const within = target.closest<HTMLElement>('[data-day]')?.dataset.day;
    const isHandled = carried
      ? handleCarried(carried, key)
      : day
        ? handleDay(day, key)
        : taskId && within
          ? handleChip(within, taskId, key)
          : taskId && key === 'm' && mayMove && pickUpUndated(taskId);
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    root,
    day: active,
    carried,
    handleKey,
    /** Picks a task up by a day on which it has no room to stand. */
    lift: pickUp,
    /** Remembers the day that has the focus, without moving it. */
    note: (day: DateOnly) => setFocus((last) => (last.day === day ? last : { ...last, day, taskId: null })),
    /** A pointer elsewhere ends the carrying as Esc does. */
    cancel: () => {
      if (carried) settle(carried, false);
    },
  };
}
