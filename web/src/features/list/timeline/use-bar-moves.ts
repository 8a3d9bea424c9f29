import { useEffect, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { useChangeTasks } from '@/features/list/change-tasks';
import { type Dates, type Move, movedDates, spanOf } from '@/features/list/timeline/time-scale';
import { announce } from '@/lib/announce';
import { type DateOnly, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useStable } from '@/lib/use-stable';

const QUIET_MS = 700;

type Draft = { task: Task; dates: Dates };

/** Asks about a bar that was moved as a whole, then calls what moves it alone. */
type AskBefore = (task: Task, dates: Dates, moveAlone: () => void) => void;

/** Whether start and end went the same way: those behind may have to follow. */
const isShift = (task: Task, dates: Dates) =>
  task.startAt !== null && dates.startAt !== null && dates.startAt > task.startAt && dates.dueAt !== task.dueAt;

/** A move of a bar: shown at once, saved when the hand lets go or the keys are quiet. */
export function useBarMoves(now: DateOnly, ask: AskBefore) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const isHeld = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(draft);
  latest.current = draft;
  const { change } = useChangeTasks();

  const save = useStable(() => {
    clearTimeout(timer.current);
    const held = latest.current;
    if (!held) return;
    latest.current = null;
    setDraft(null);
    const { task, dates } = held;
    if (dates.startAt === task.startAt && dates.dueAt === task.dueAt) return;
    const moveAlone = () =>
      void change(
        [task],
        () => dates,
        (name) => t('timeline.moved', { name, days: wordsOf(dates, now) }),
      );
    if (isShift(task, dates)) ask(task, dates, moveAlone);
    else moveAlone();
  });

  // What is not saved yet when the view is left is saved then.
  useEffect(() => save, [save]);

  /** `days` counts from the saved dates while dragging, and from the last press with keys. */
  const move = useStable((task: Task, how: Move, days: number, isDone: boolean) => {
    clearTimeout(timer.current);
    // A drag begins on what is saved, so what the keys did before is saved first.
    if (latest.current && (latest.current.task.id !== task.id || (!isDone && !isHeld.current))) save();
    const held = latest.current;
    const isDragging = !isDone || (held !== null && isHeld.current);
    isHeld.current = !isDone;
    const from = isDragging ? task : (held?.dates ?? task);
    const dates = movedDates(from, how, days);
    const next = { task, dates };
    latest.current = next;
    setDraft(next);
    if (!isDone) return;
    announce(t('timeline.spoken', { key: task.key, days: wordsOf(dates, now) }), 'assertive');
    if (isDragging) save();
    else timer.current = setTimeout(save, QUIET_MS);
  });
  const cancel = useStable(() => {
    clearTimeout(timer.current);
    isHeld.current = false;
    latest.current = null;
    setDraft(null);
  });
  return { draft, move, cancel };
}

function wordsOf(dates: Dates, now: DateOnly): string {
  const span = spanOf(dates);
  if (!span) return t('ui.noDate');
  if (span.start === span.end) return shortDate(span.start, now);
  return `${shortDate(span.start, now)} – ${shortDate(span.end, now)}`;
}
