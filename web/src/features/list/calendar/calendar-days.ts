import type { Task } from '@/api/types';
import type { ShownDays } from '@/features/list/project-list';
import { type Dates, type Span, shifted, spanOf } from '@/features/list/timeline/time-scale';
import { isOpen } from '@/features/tasks/task-state';
import { addDays, type DateOnly, dayOf, daysBetween, isDateOnly, mondayOf } from '@/lib/dates';
import { formatLocale } from '@/lib/format-locale';
import { t } from '@/lib/i18n';

export type CalendarZoom = 'month' | 'week';
export const calendarZoomOf = (value: string | undefined): CalendarZoom => (value === 'week' ? 'week' : 'month');

/** The day of an address, today where it names none. */
export function dayIn(value: string | undefined, now: DateOnly): DateOnly {
  const isDay = value !== undefined && isDateOnly(value) && !Number.isNaN(Date.parse(value));
  return isDay && addDays(value, 0) === value ? value : now;
}

export const monthStart = (day: DateOnly): DateOnly => `${day.slice(0, 7)}-01`;
const monthEnd = (day: DateOnly): DateOnly => addDays(monthStart(addDays(monthStart(day), 31)), -1);

/** The weeks of a month, or the one week around a day. */
export function daysAround(day: DateOnly, zoom: CalendarZoom): ShownDays {
  if (zoom === 'week') return { first: mondayOf(day), last: addDays(mondayOf(day), 6) };
  return { first: mondayOf(monthStart(day)), last: addDays(mondayOf(monthEnd(day)), 6) };
}

export const isShown = ({ first, last }: ShownDays, day: DateOnly): boolean => first <= day && day <= last;

export function weeksIn({ first, last }: ShownDays): DateOnly[][] {
  const count = (daysBetween(first, last) + 1) / 7;
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_day, index) => addDays(first, week * 7 + index)),
  );
}

/** The same week day a week on, or the same day a month on, as far as that month has it. */
export function stepped(day: DateOnly, zoom: CalendarZoom, by: 1 | -1): DateOnly {
  if (zoom === 'week') return addDays(day, 7 * by);
  const start = monthStart(day);
  const next = by === 1 ? monthStart(addDays(start, 31)) : monthStart(addDays(start, -1));
  const wanted = addDays(next, daysBetween(start, day));
  return wanted > monthEnd(next) ? monthEnd(next) : wanted;
}

/** The days of a task in the calendar, where one without a due date has none. */
export const daysOf = (task: Dates): Span | null => (task.dueAt === null ? null : spanOf(task));

/** What changes of a task that is taken on one of its days and put down on another: start and due go on by the same number of days. */
export function putDown({ startAt, dueAt }: Dates, from: DateOnly | null, to: DateOnly): Partial<Dates> {
  // From no day at all it comes to be due on this one; a start that would lie behind goes along.
  if (dueAt === null || from === null) {
    return startAt !== null && dayOf(startAt) > to ? { dueAt: to, startAt: to } : { dueAt: to };
  }
  const days = daysBetween(from, to);
  return { dueAt: shifted(dueAt, days), ...(startAt !== null && { startAt: shifted(startAt, days) }) };
}

export const isOverdue = (task: Task, now: DateOnly): boolean =>
  task.dueAt !== null && dayOf(task.dueAt) < now && isOpen(task);

const written = (day: DateOnly, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(formatLocale(), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** `Friday, 27 November 2026` */
export const fullDate = (day: DateOnly) =>
  written(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** `Friday, 27 November 2026`, or the first and the last day of several. */
export const fullDates = ({ start, end }: Span) =>
  start === end ? fullDate(start) : t('calendarView.span', { first: fullDate(start), last: fullDate(end) });
/** `November 2026` */
export const monthName = (day: DateOnly) => written(day, { month: 'long', year: 'numeric' });
export const weekdayShort = (day: DateOnly) => written(day, { weekday: 'short' });
export const weekdayLong = (day: DateOnly) => written(day, { weekday: 'long' });
/** `1 Dec` on the first of a month, else the number alone. */
export const dayNumber = (day: DateOnly) =>
  day.endsWith('-01') ? written(day, { day: 'numeric', month: 'short' }) : String(Number(day.slice(8)));
