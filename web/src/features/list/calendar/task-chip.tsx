import type { KeyboardEvent } from 'react';
import type { Task, WorkflowState } from '@/api/types';
import { isOverdue } from '@/features/list/calendar/calendar-days';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState } from '@/features/tasks/task-state';
import { clockTime, type DateOnly, isDateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';

type Props = {
  task: Task;
  states: readonly WorkflowState[];
  now: DateOnly;
  isOpen: boolean;
  mayMove: boolean;
  isTabStop: boolean;
  /** Whether the keys carry it: then they belong to the calendar. */
  isCarried?: boolean;
  onOpen: (task: Task) => void;
};

/** A task on its day. No `button`: Firefox lets none be dragged. */
export function TaskChip({ task, states, now, isOpen, mayMove, isTabStop, isCarried = false, onOpen }: Props) {
  const time = task.dueAt && !isDateOnly(task.dueAt) ? clockTime(task.dueAt) : '';
  const isLate = isOverdue(task, now);
  const status = states.find(({ key }) => key === task.status)?.name ?? task.status;
  const title = time ? `${time} ${task.title}` : task.title;
  const name = t('calendarView.chip', { key: task.key, title, status });
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
      draggable={mayMove && !isCarried}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={[name, isLate ? t('calendarView.overdue') : ''].filter(Boolean).join(', ')}
      title={task.title}
      onClick={() => onOpen(task)}
      onKeyDown={handleKey}
    >
      <StatusIcon category={task.statusCategory} isReview={isReviewState(task.status, states)} size={13} />
      {time && <span className="cal-time">{`${time} `}</span>}
      <span className="cal-title">{task.title}</span>
    </div>
  );
}
