import { Plus } from 'lucide-react';
import type { Task } from '@/api/types';
import { dayNumber, fullDate } from '@/features/list/calendar/calendar-days';
import type { CalendarLook } from '@/features/list/calendar/calendar-look';
import { TaskChip } from '@/features/list/calendar/task-chip';
import type { DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Popover } from '@/ui/popover';

type Props = {
  day: DateOnly;
  tasks: readonly Task[];
  look: CalendarLook;
  /** How many chips there is room for; none where dots stand for them. */
  room: number;
  isActive: boolean;
  isOver: boolean;
  /** Belongs to the month before or after. */
  isOutside: boolean;
  onFocusDay: (day: DateOnly) => void;
};

const MOST_DOTS = 4;

/** The chips that a day shows when it has no room for all: the last place says how many more there are. */
export const shownOf = <Item,>(tasks: readonly Item[], room: number): readonly Item[] =>
  tasks.length > room ? tasks.slice(0, Math.max(0, room - 1)) : tasks;

/** A day of the calendar with the tasks that are due on it. */
export function DayCell({ day, tasks, look, room, isActive, isOver, isOutside, onFocusDay }: Props) {
  const isToday = day === look.now;
  const date = fullDate(day);
  const shown = shownOf(tasks, room);
  const hidden = tasks.length - shown.length;
  const tabIndex = isActive ? 0 : -1;
  const chipOf = (task: Task, isTabStop: boolean) => (
    <TaskChip
      key={task.id}
      task={task}
      states={look.states}
      now={look.now}
      isOpen={task.key === look.openKey}
      mayMove={look.mayMove}
      isTabStop={isTabStop}
      isCarried={task.id === look.carriedId}
      onOpen={look.onOpen}
    />
  );
  return (
    <div
      role="gridcell"
      className="cal-day"
      data-day={day}
      data-today={isToday || undefined}
      data-outside={isOutside || undefined}
      data-over={isOver || undefined}
      aria-current={isToday ? 'date' : undefined}
      aria-selected={isActive}
      tabIndex={tabIndex}
      onFocus={() => onFocusDay(day)}
      onClick={() => onFocusDay(day)}
    >
      <span className="sr-only">{t('calendarView.day', { date, count: tasks.length })}</span>
      <span className="cal-number" aria-hidden="true">
        {dayNumber(day)}
      </span>
      {room > 0 && shown.map((task) => chipOf(task, isActive))}
      {room > 0 && hidden > 0 && (
        <Popover
          label={date}
          trigger={
            <button
              type="button"
              className="cal-more"
              tabIndex={tabIndex}
              aria-label={t('calendarView.moreOn', { date, count: hidden })}
            >
              {t('calendarView.more', { count: hidden })}
            </button>
          }
        >
          <h3 className="menu-label">{date}</h3>
          <div className="cal-all">{tasks.map((task) => chipOf(task, true))}</div>
        </Popover>
      )}
      {room > 0 && look.onAdd && (
        <button
          type="button"
          className="cal-add"
          tabIndex={tabIndex}
          aria-label={t('calendarView.add', { date })}
          onClick={() => look.onAdd?.(day)}
        >
          <Plus size={14} aria-hidden="true" />
        </button>
      )}
      {room === 0 && tasks.length > 0 && (
        <span className="cal-dots" aria-hidden="true">
          {tasks.slice(0, MOST_DOTS).map((task) => (
            <i key={task.id} data-category={task.statusCategory} />
          ))}
          {tasks.length > MOST_DOTS && tasks.length}
        </span>
      )}
    </div>
  );
}
