import { Plus } from 'lucide-react';
import { dayNumber, fullDate } from '@/features/list/calendar/calendar-days';
import type { CalendarLook } from '@/features/list/calendar/calendar-look';
import { DayMore } from '@/features/list/calendar/day-more';
import { TaskChip } from '@/features/list/calendar/task-chip';
import type { DayTasks, Piece } from '@/features/list/calendar/week-lanes';
import { addDays, type DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';

type Props = {
  day: DateOnly;
  there: DayTasks;
  look: CalendarLook;
  /** How many lanes there is room for; none where dots stand for the tasks. */
  room: number;
  /** The day that has the focus. */
  active: DateOnly;
  isOver: boolean;
  /** Belongs to the month before or after. */
  isOutside: boolean;
  onFocusDay: (day: DateOnly) => void;
};

const MOST_DOTS = 4;

const reaches = ({ first, days }: Piece, day: DateOnly) => first <= day && day < addDays(first, days);

/** A day of the calendar with the tasks that stand on it; what takes several of its week is drawn by the first of them. */
export function DayCell({ day, there, look, room, active, isOver, isOutside, onFocusDay }: Props) {
  const { tasks, pieces, hidden } = there;
  const isToday = day === look.now;
  const date = fullDate(day);
  const tabIndex = day === active ? 0 : -1;
  return (
    <div
      role="gridcell"
      className="cal-day"
      data-day={day}
      data-today={isToday || undefined}
      data-outside={isOutside || undefined}
      data-over={isOver || undefined}
      aria-current={isToday ? 'date' : undefined}
      aria-selected={day === active}
      tabIndex={tabIndex}
      onFocus={() => onFocusDay(day)}
      onClick={() => onFocusDay(day)}
    >
      <span className="sr-only">{t('calendarView.day', { date, count: tasks.length })}</span>
      <span className="cal-number" aria-hidden="true">
        {dayNumber(day)}
      </span>
      {room > 0 &&
        pieces.map((piece) => (
          <TaskChip
            key={piece.task.id}
            task={piece.task}
            piece={piece}
            states={look.states}
            now={look.now}
            isOpen={piece.task.key === look.openKey}
            mayMove={look.mayMove}
            isTabStop={reaches(piece, active)}
            isCarried={piece.task.id === look.carriedId}
            onOpen={look.onOpen}
          />
        ))}
      {room > 0 && hidden > 0 && (
        <DayMore day={day} tasks={tasks} hidden={hidden} lane={room - 1} tabIndex={tabIndex} look={look} />
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
