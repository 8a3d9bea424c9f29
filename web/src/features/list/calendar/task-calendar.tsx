import type { Task, WorkflowState } from '@/api/types';
import {
  type CalendarZoom,
  daysAround,
  fullDate,
  monthName,
  putDown,
  stepped,
  weeksIn,
} from '@/features/list/calendar/calendar-days';
import { CalendarHead } from '@/features/list/calendar/calendar-head';
import type { CalendarLook } from '@/features/list/calendar/calendar-look';
import { DayAgenda } from '@/features/list/calendar/day-agenda';
import { DayGrid } from '@/features/list/calendar/day-grid';
import { type Undated, UndatedTray } from '@/features/list/calendar/undated/undated-tray';
import { useCalendarKeys } from '@/features/list/calendar/use-calendar-keys';
import { useIsPhone, useRoom } from '@/features/list/calendar/use-space';
import { useTaskDrag } from '@/features/list/calendar/use-task-drag';
import { laidOut } from '@/features/list/calendar/week-lanes';
import type { DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';
import '@/styles/calendar.css';

type Props = {
  name: string;
  /** The day around which it is. */
  day: DateOnly;
  zoom: CalendarZoom;
  now: DateOnly;
  tasks: readonly Task[];
  /** Null while the tray is closed. */
  undated: Undated | null;
  states: readonly WorkflowState[];
  openKey: string | undefined;
  mayEdit: boolean;
  isBusy: boolean;
  onShow: (day: DateOnly) => void;
  onOpen: (task: Task) => void;
  onAdd: (day: DateOnly) => void;
  /** Taken by one of its days, null where it has none, and put down on another. */
  onMove: (task: Task, from: DateOnly | null, to: DateOnly) => void;
};

const NONE: readonly Task[] = [];

/** The tasks of a project on their days up to that on which they are due, and beside them those that are due on none. */
export function TaskCalendar({ name, day, zoom, now, tasks, undated, states, openKey, mayEdit, ...props }: Props) {
  const { isBusy, onShow, onOpen, onAdd, onMove } = props;
  const isPhone = useIsPhone();
  const days = daysAround(day, zoom);
  const { ref, room } = useRoom(weeksIn(days).length);
  const find = (id: string) => tasks.find((task) => task.id === id) ?? undated?.tasks?.find((task) => task.id === id);

  const mayMove = mayEdit && !isPhone;
  const keys = useCalendarKeys({
    days,
    start: day,
    find,
    idsOn: (on) => byDay.get(on)?.pieces.map(({ task }) => task.id) ?? [],
    mayMove,
    onShow,
    onStep: (from, by) => stepped(from, zoom, by),
    onAdd: mayEdit ? onAdd : null,
    onMove,
  });
  const { carried } = keys;
  const drag = useTaskDrag(find, onMove);
  const held = carried && { ...carried.task, ...putDown(carried.task, carried.from, carried.to) };
  const drawn = held ? [held, ...tasks.filter(({ id }) => id !== held.id)] : tasks;
  const byDay = laidOut(days, drawn, room, held?.id ?? null);
  const look: CalendarLook = {
    now,
    states,
    openKey,
    mayMove,
    carriedId: held?.id ?? null,
    onOpen,
    onLift: mayMove ? keys.lift : null,
    onAdd: mayEdit ? onAdd : null,
  };
  const show = (next: DateOnly) => {
    keys.note(next);
    onShow(next);
  };
  const shown = zoom === 'month' ? monthName(day) : fullDate(days.first);
  return (
    <div
      ref={keys.root}
      className="cal"
      data-dragging={drag.over !== null || undefined}
      onKeyDown={keys.handleKey}
      onPointerDown={keys.cancel}
      {...(mayMove ? drag.handlers : {})}
    >
      <div className="cal-main">
        <CalendarHead
          day={day}
          days={days}
          zoom={zoom}
          now={now}
          onStep={(by) => show(stepped(day, zoom, by))}
          onToday={() => show(now)}
        />
        <DayGrid
          ref={ref}
          label={t('calendarView.label', { name, time: shown })}
          days={days}
          month={zoom === 'month' ? day.slice(0, 7) : null}
          byDay={byDay}
          look={look}
          room={isPhone ? 0 : room}
          active={keys.day}
          over={drag.over}
          isBusy={isBusy}
          onFocusDay={keys.note}
        />
        {isPhone && <DayAgenda day={keys.day} tasks={byDay.get(keys.day)?.tasks ?? NONE} look={look} />}
      </div>
      {undated && <UndatedTray undated={undated} look={look} />}
      <p className="sr-only" role="note">
        {t(mayMove ? 'calendarView.keys' : 'calendarView.keysReading')}
      </p>
    </div>
  );
}
