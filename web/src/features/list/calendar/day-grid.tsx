import type { Ref } from 'react';
import { isShown, weekdayLong, weekdayShort, weeksIn } from '@/features/list/calendar/calendar-days';
import type { CalendarLook } from '@/features/list/calendar/calendar-look';
import { DayCell } from '@/features/list/calendar/day-cell';
import type { DayTasks } from '@/features/list/calendar/week-lanes';
import type { ShownDays } from '@/features/list/project-list';
import type { DateOnly } from '@/lib/dates';

type Props = {
  label: string;
  days: ShownDays;
  /** The month whose days stand out, as `2026-11`; null where all do. */
  month: string | null;
  byDay: ReadonlyMap<DateOnly, DayTasks>;
  look: CalendarLook;
  room: number;
  active: DateOnly;
  over: DateOnly | null;
  isBusy: boolean;
  ref: Ref<HTMLDivElement>;
  onFocusDay: (day: DateOnly) => void;
};

const NONE: DayTasks = { tasks: [], pieces: [], hidden: 0 };

/** Weeks of days, beginning on Monday as the calendar does in which a date is picked. */
export function DayGrid({ label, days, month, byDay, look, room, active, over, isBusy, ref, onFocusDay }: Props) {
  const weeks = weeksIn(days);
  const today = isShown(days, look.now) ? weekdayShort(look.now) : null;
  return (
    <div role="grid" aria-label={label} aria-busy={isBusy || undefined} className="cal-grid">
      <div role="row" className="cal-weekdays">
        {weeks[0]?.map((day) => (
          <div
            key={day}
            role="columnheader"
            aria-label={weekdayLong(day)}
            data-today={weekdayShort(day) === today || undefined}
          >
            {weekdayShort(day)}
          </div>
        ))}
      </div>
      <div ref={ref} role="rowgroup" className="cal-weeks" data-single={weeks.length === 1 || undefined}>
        {weeks.map((week) => (
          <div key={week[0]} role="row" className="cal-week">
            {week.map((day) => (
              <DayCell
                key={day}
                day={day}
                there={byDay.get(day) ?? NONE}
                look={look}
                room={room}
                active={active}
                isOver={day === over}
                isOutside={month !== null && !day.startsWith(month)}
                onFocusDay={onFocusDay}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
