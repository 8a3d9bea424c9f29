import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Task, WorkflowState } from '@/api/types';
import { daysOf, isOverdue } from '@/features/list/calendar/calendar-days';
import type { Piece } from '@/features/list/calendar/week-lanes';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState } from '@/features/tasks/task-state';
import { clockTime, type DateOnly, isDateOnly, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';

type Props = {
  task: Task;
  states: readonly WorkflowState[];
  now: DateOnly;
  isOpen: boolean;
  mayMove: boolean;
  isTabStop: boolean;
  /** Where it stands in its week; none in a list. */
  piece?: Piece;
  /** Whether the keys carry it: then they belong to the calendar. */
  isCarried?: boolean;
  onOpen: (task: Task) => void;
};

/** A task on its days. No `button`: Firefox lets none be dragged. */
export function TaskChip({ task, piece, states, now, isOpen, mayMove, isTabStop, isCarried = false, onOpen }: Props) {
  const span = daysOf(task);
  const isLong = span !== null && span.start !== span.end;
  // On a bar it would say when the task begins.
  const time = task.dueAt && !isDateOnly(task.dueAt) && !isLong ? clockTime(task.dueAt) : '';
  const isLate = isOverdue(task, now);
  const status = states.find(({ key }) => key === task.status)?.name ?? task.status;
  const title = time ? `${time} ${task.title}` : task.title;
  const name = t('calendarView.chip', { key: task.key, title, status });
  const days = isLong
    ? t('calendarView.span', { first: shortDate(span.start, now), last: shortDate(span.end, now) })
    : '';
  const handleKey = (event: KeyboardEvent) => {
    if (isCarried || event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    onOpen(task);
  };
  return (
    <div
      role="button"
      className="cal-chip"
      data-task-id={task.id}
      data-category={task.statusCategory}
      data-late={isLate || undefined}
      data-open={isOpen || undefined}
      data-carried={isCarried || undefined}
      data-long={isLong || undefined}
      data-placed={piece !== undefined || undefined}
      data-continued={piece?.isContinued || undefined}
      data-goes-on={piece?.goesOn || undefined}
      style={piece && { '--lane': piece.lane, '--days': piece.days }}
      draggable={mayMove && !isCarried}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={[name, days, isLate ? t('calendarView.overdue') : ''].filter(Boolean).join(', ')}
      title={days ? `${task.title}, ${days}` : task.title}
      onClick={() => onOpen(task)}
      onKeyDown={handleKey}
    >
      {piece?.isContinued && <ChevronLeft size={12} className="rtl:-scale-x-100" aria-hidden="true" />}
      <StatusIcon category={task.statusCategory} isReview={isReviewState(task.status, states)} size={13} />
      {time && <span className="cal-time">{`${time} `}</span>}
      <span className="cal-title">{task.title}</span>
      {/* A list has no days over which it could run. */}
      {days && !piece && <span className="cal-days">{days}</span>}
      {piece?.goesOn && <ChevronRight size={12} className="ms-auto rtl:-scale-x-100" aria-hidden="true" />}
    </div>
  );
}
