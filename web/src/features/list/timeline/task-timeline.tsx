import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Milestone, Task } from '@/api/types';
import type { ProjectFacts } from '@/features/list/project-lookup';
import { DeadlineLine } from '@/features/list/timeline/deadline-line';
import { TaskBar } from '@/features/list/timeline/task-bar';
import { TimeAxis } from '@/features/list/timeline/time-axis';
import { lengthOf, rangeOf, type Span, spanOf, ZOOMS, type Zoom } from '@/features/list/timeline/time-scale';
import { useBarMoves } from '@/features/list/timeline/use-bar-moves';
import { useReschedule } from '@/features/list/timeline/use-reschedule';
import type { PlannedTasks } from '@/features/list/timeline/use-schedule';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState } from '@/features/tasks/task-state';
import { dayOf, daysBetween } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useStable } from '@/lib/use-stable';
import { useToday } from '@/lib/use-today';
import '@/styles/list.css';
import '@/styles/timeline.css';

const RescheduleDialog = lazy(() =>
  import('@/features/list/timeline/reschedule-dialog').then((module) => ({ default: module.RescheduleDialog })),
);

type Props = {
  label: string;
  tasks: readonly Task[];
  facts: ProjectFacts;
  zoom: Zoom;
  mayEdit: boolean;
  openKey: string | undefined;
  /** Changes when today is to be shown. */
  todayTick: number;
  planned: PlannedTasks | null;
  onOpen: (task: Task) => void;
  onEnd: () => void;
};

const ROW_PX = 36;

/** What of a task stands in the scale: its own days, and the day of its deadline. */
const stretchesOf = (task: Task): Span[] => {
  const span = spanOf(task);
  const deadline = task.deadlineAt && dayOf(task.deadlineAt);
  return [...(span ? [span] : []), ...(deadline ? [{ start: deadline, end: deadline }] : [])];
};

/** What is reached already stretches the scale no more. */
const dayToReach = ({ dueDate, state }: Milestone): Span[] =>
  dueDate && state === 'open' ? [{ start: dueDate, end: dueDate }] : [];

/** Tasks as bars over days. Those without a date come last, as names alone. */
export function TaskTimeline({ label, tasks, facts, zoom, mayEdit, openKey, todayTick, planned, ...props }: Props) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [focus, setFocus] = useState<{ id: string | null; tick: number }>({ id: null, tick: 0 });
  const now = useToday();
  const shift = useReschedule();
  const { draft, move, cancel } = useBarMoves(now, (task, dates, moveAlone) => void shift.ask(task, dates, moveAlone));
  const dayPx = ZOOMS[zoom];
  const onOpen = useStable(props.onOpen);
  const onEnd = useStable(props.onEnd);
  const { milestones } = facts;
  const range = useMemo(
    () => rangeOf([...tasks.flatMap(stretchesOf), ...milestones.flatMap(dayToReach)], now),
    [tasks, milestones, now],
  );
  const width = lengthOf(range) * dayPx;
  const todayPx = (daysBetween(range.start, now) + 0.5) * dayPx;

  const dated = tasks.filter((task) => spanOf(task) !== null);
  const onFocusBar = useStable((id: string) => setFocus((last) => (last.id === id ? last : { id, tick: 0 })));
  const onWalk = useStable((task: Task, by: 1 | -1) => {
    const next = dated[dated.indexOf(task) + by];
    if (next) setFocus((last) => ({ id: next.id, tick: last.tick + 1 }));
  });
  const focusIndex = tasks.findIndex((task) => task.id === focus.id);

  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollPaddingStart: milestones.length > 0 ? 90 : 56,
    rangeExtractor: (shown) => {
      const items = defaultRangeExtractor(shown);
      return focusIndex < 0 || items.includes(focusIndex) ? items : [...items, focusIndex].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const tabStop = focusIndex >= 0 ? focus.id : dated[0]?.id;

  // The scroll position belongs to the browser: today stands a little behind the beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again when the zoom changes or today is asked for.
  useLayoutEffect(() => {
    const isRtl = document.documentElement.dir === 'rtl';
    const left = Math.max(0, todayPx - 160);
    scroller?.scrollTo({ left: isRtl ? -left : left });
  }, [scroller, zoom, todayTick]);

  // As above: what has the focus stays in sight.
  useEffect(() => {
    if (focus.tick > 0 && focusIndex >= 0) virtual.scrollToIndex(focusIndex, { align: 'auto' });
  }, [focus.tick, focusIndex, virtual]);

  // The next page is asked for when the last rows come into sight.
  const isAtEnd = (items.at(-1)?.index ?? 0) >= tasks.length - 10;
  const count = tasks.length;
  useEffect(() => {
    if (isAtEnd && count > 0) onEnd();
  }, [isAtEnd, count, onEnd]);

  return (
    <div ref={setScroller} className="timeline" style={{ '--day': `${dayPx}px`, '--span': `${width}px` }}>
      <div className="time-head" data-milestones={milestones.length > 0}>
        <div className="time-corner">{t('tasks.title')}</div>
        <TimeAxis range={range} dayPx={dayPx} zoom={zoom} now={now} milestones={milestones} />
      </div>
      <div role="list" aria-label={label} className="time-rows" style={{ height: virtual.getTotalSize() }}>
        <span className="time-today" style={{ insetInlineStart: todayPx }} aria-hidden="true" />
        {items.map(({ index, start }) => {
          const task = tasks[index];
          if (!task) return null;
          return (
            <div
              key={task.id}
              role="listitem"
              aria-setsize={tasks.length}
              aria-posinset={index + 1}
              className="time-row"
              data-open={task.key === openKey}
              style={{ transform: `translateY(${start}px)` }}
            >
              <button type="button" className="time-name" tabIndex={spanOf(task) ? -1 : 0} onClick={() => onOpen(task)}>
                <StatusIcon
                  category={task.statusCategory}
                  isReview={isReviewState(task.status, facts.states)}
                  size={15}
                />
                <span className="cells-key">{task.key}</span>
                <span className="truncate">{task.title}</span>
              </button>
              <div className="time-lane">
                <DeadlineLine
                  task={task}
                  range={range}
                  dayPx={dayPx}
                  now={now}
                  planned={planned?.get(task.id) ?? null}
                />
                <TaskBar
                  task={task}
                  dates={draft?.task.id === task.id ? draft.dates : task}
                  range={range}
                  dayPx={dayPx}
                  now={now}
                  planned={planned?.get(task.id) ?? null}
                  mayEdit={mayEdit}
                  isTabStop={task.id === tabStop}
                  tick={task.id === focus.id ? focus.tick : 0}
                  onFocusBar={onFocusBar}
                  onOpen={onOpen}
                  onWalk={onWalk}
                  onMove={move}
                  onCancel={cancel}
                />
              </div>
            </div>
          );
        })}
      </div>
      {shift.pending && (
        <Suspense>
          <RescheduleDialog
            pending={shift.pending}
            now={now}
            onMoveAll={() => void shift.moveAll()}
            onMoveOne={shift.moveOne}
            onCancel={shift.cancel}
          />
        </Suspense>
      )}
      <p className="sr-only" role="note">
        {t('timeline.keys')}
      </p>
    </div>
  );
}
