import type { WorkCalendar, WorkDay } from '@/api/types';
import { formatLocale } from '@/lib/format-locale';

export type Weekday = WorkDay['day'];
export type Stretch = WorkDay['hours'][number];

export const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const USUAL: Stretch = { from: '09:00', to: '17:00' };
const END = '24:00';

// 2024-01-01 was a Monday.
export const weekdayText = (day: Weekday): string =>
  new Intl.DateTimeFormat(formatLocale(), { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day))),
  );

/** The end of a day is midnight to a field for times. */
export const toField = (time: string): string => (time === END ? '00:00' : time);
export const fromField = (time: string, isEnd: boolean): string => (isEnd && time === '00:00' ? END : time);

export const hoursOf = ({ week }: Pick<WorkCalendar, 'week'>, day: Weekday): Stretch[] =>
  week.find((candidate) => candidate.day === day)?.hours ?? [];

const inOrder = (hours: readonly Stretch[]) => [...hours].sort((a, b) => a.from.localeCompare(b.from));

/** The week with other hours on a day; a day without hours is free. */
export function withHours(week: readonly WorkDay[], day: Weekday, hours: readonly Stretch[]): WorkDay[] {
  const others = week.filter((candidate) => candidate.day !== day);
  const next = hours.length > 0 ? [...others, { day, hours: inOrder(hours) }] : others;
  return next.sort((a, b) => WEEKDAYS.indexOf(a.day) - WEEKDAYS.indexOf(b.day));
}

/** The next stretch of a day: the usual hours, or two behind the last one. */
export function nextStretch(hours: readonly Stretch[]): Stretch | null {
  const last = hours.at(-1);
  if (!last) return USUAL;
  const from = Number(last.to.slice(0, 2)) + 1;
  const text = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return from >= 24 ? null : { from: text(from), to: text(Math.min(24, from + 2)) };
}
