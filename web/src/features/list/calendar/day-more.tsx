import { type KeyboardEvent, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { fullDate } from '@/features/list/calendar/calendar-days';
import type { CalendarLook } from '@/features/list/calendar/calendar-look';
import { TaskChip } from '@/features/list/calendar/task-chip';
import type { DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Popover } from '@/ui/popover';

type Props = {
  day: DateOnly;
  tasks: readonly Task[];
  hidden: number;
  /** Where the button stands among the tasks. */
  lane: number;
  tabIndex: number;
  look: CalendarLook;
};

/** How many tasks a day has no room for, and all of them: arrows walk over them, and M takes one out into the calendar. */
export function DayMore({ day, tasks, hidden, lane, tabIndex, look }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const isLifting = useRef(false);
  const date = fullDate(day);

  const handleCloseFocus = (event: Event) => {
    // What was picked up has the focus.
    if (isLifting.current) event.preventDefault();
    isLifting.current = false;
  };
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget, key } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const chips = [...currentTarget.querySelectorAll<HTMLElement>('[data-task-id]')];
    const at = target instanceof HTMLElement ? chips.indexOf(target) : -1;
    const task = tasks[at];
    if (!task) return;
    const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: chips.length - 1 }[key];
    if (next !== undefined) chips[next]?.focus();
    else if (key === 'm' && look.onLift) {
      isLifting.current = true;
      setIsOpen(false);
      look.onLift(task, day);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Popover
      label={date}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onCloseFocus={handleCloseFocus}
      trigger={
        <button
          type="button"
          className="cal-more"
          style={{ '--lane': lane }}
          tabIndex={tabIndex}
          aria-label={t('calendarView.moreOn', { date, count: hidden })}
        >
          {t('calendarView.more', { count: hidden })}
        </button>
      }
    >
      <h3 className="menu-label">{date}</h3>
      <div className="cal-all" data-day={day} onKeyDown={handleKey}>
        {tasks.map((task) => (
          <TaskChip
            key={task.id}
            task={task}
            states={look.states}
            now={look.now}
            isOpen={task.key === look.openKey}
            mayMove={look.mayMove}
            isTabStop
            onOpen={look.onOpen}
          />
        ))}
      </div>
    </Popover>
  );
}
