import { type KeyboardEvent, memo, type PointerEvent, useLayoutEffect, useRef } from 'react';
import type { ScheduledTask, Task } from '@/api/types';
import { type Dates, lengthOf, type Move, type Span, spanOf } from '@/features/list/timeline/time-scale';
import { type DateOnly, dayOf, daysBetween, shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';

type Props = {
  task: Task;
  /** As they are shown: the saved ones, or those of a move that goes on. */
  dates: Dates;
  range: Span;
  dayPx: number;
  now: DateOnly;
  /** Where the schedule of the project is shown. */
  planned: ScheduledTask | null;
  mayEdit: boolean;
  isTabStop: boolean;
  tick: number;
  onFocusBar: (id: string) => void;
  onOpen: (task: Task) => void;
  onWalk: (task: Task, by: 1 | -1) => void;
  onMove: (task: Task, move: Move, days: number, isDone: boolean) => void;
  onCancel: () => void;
};

const isRtl = () => document.documentElement.dir === 'rtl';

/** The days of a task as a bar. Dragged whole it moves, dragged by an end it grows; so do the arrow keys. */
export const TaskBar = memo(function TaskBar(props: Props) {
  const { task, dates, range, dayPx, now, planned, mayEdit, isTabStop, tick, onMove } = props;
  const ref = useRef<HTMLButtonElement>(null);
  const drag = useRef<{ x: number; move: Move; days: number; isMoved: boolean } | null>(null);

  // Bars are mounted as they come into sight: the focus goes to the bar once it is there.
  useLayoutEffect(() => {
    if (tick > 0) ref.current?.focus({ preventScroll: true });
  }, [tick]);

  const span = spanOf(dates);
  if (!span) return null;
  const days =
    span.start === span.end
      ? shortDate(span.start, now)
      : `${shortDate(span.start, now)} – ${shortDate(span.end, now)}`;
  const plan = !planned
    ? ''
    : planned.critical
      ? t('timeline.isCritical')
      : t('timeline.slack', { time: formatMinutes(planned.slackMinutes) });
  const style = {
    insetInlineStart: daysBetween(range.start, span.start) * dayPx,
    width: Math.max(lengthOf(span) * dayPx, 10),
  };

  const handleDown = (event: PointerEvent<HTMLButtonElement>) => {
    drag.current = null;
    if (!mayEdit || event.button !== 0 || event.pointerType === 'touch') return;
    const end = event.target instanceof HTMLElement ? event.target.dataset.end : undefined;
    const move = end === 'start' || end === 'end' ? end : 'both';
    drag.current = { x: event.clientX, move, days: 0, isMoved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const handleMove = (event: PointerEvent) => {
    const held = drag.current;
    if (!held) return;
    const way = (event.clientX - held.x) * (isRtl() ? -1 : 1);
    const next = Math.round(way / dayPx);
    held.isMoved ||= Math.abs(way) > 3;
    if (next === held.days) return;
    held.days = next;
    onMove(task, held.move, next, false);
  };
  const handleUp = () => {
    const held = drag.current;
    if (held?.isMoved) onMove(task, held.move, held.days, true);
  };
  const handleClick = () => {
    const wasMoved = drag.current?.isMoved ?? false;
    drag.current = null;
    if (!wasMoved) props.onOpen(task);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      return props.onWalk(task, event.key === 'ArrowDown' ? 1 : -1);
    }
    if (event.key === 'Escape' && drag.current) {
      drag.current = null;
      event.preventDefault();
      return props.onCancel();
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step || !mayEdit || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const move = event.shiftKey ? 'end' : event.altKey ? 'start' : 'both';
    onMove(task, move, isRtl() ? -step : step, true);
  };

  const bar = (
    <button
      ref={ref}
      type="button"
      className="time-bar"
      data-category={task.statusCategory}
      data-critical={planned?.critical || undefined}
      data-task-id={task.id}
      data-single={span.start === span.end || undefined}
      tabIndex={isTabStop ? 0 : -1}
      style={style}
      aria-label={[t('timeline.bar', { key: task.key, title: task.title, days }), plan].filter(Boolean).join(', ')}
      title={plan || undefined}
      onFocus={() => props.onFocusBar(task.id)}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={handleUp}
      onPointerCancel={() => {
        drag.current = null;
        props.onCancel();
      }}
      onClick={handleClick}
      onKeyDown={handleKey}
    >
      {mayEdit && <i data-end="start" />}
      <span className="truncate">{task.title}</span>
      {mayEdit && <i data-end="end" />}
    </button>
  );
  const until = planned && !planned.critical ? dayOf(planned.latestFinish) : span.end;
  if (until <= span.end) return bar;
  return (
    <>
      <span
        className="time-slack"
        aria-hidden="true"
        style={{
          insetInlineStart: daysBetween(range.start, span.end) * dayPx + dayPx,
          width: daysBetween(span.end, until) * dayPx,
        }}
      />
      {bar}
    </>
  );
});
