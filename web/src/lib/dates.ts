import { formatLocale } from '@/lib/format-locale';

/** Calendar dates are `YYYY-MM-DD` strings from end to end: a Date would shift them by the reader's zone. */
export type DateOnly = string;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const pad = (value: number) => String(value).padStart(2, '0');

export const isDateOnly = (value: string): boolean => DATE.test(value);

/** Today where the reader is. */
export const today = (now: Date = new Date()): DateOnly =>
  `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

/** The day a task's `dueAt` or `startAt` falls on for the reader: a date stays itself, an instant is placed in their zone. */
export const dayOf = (value: string): DateOnly => (isDateOnly(value) ? value : today(new Date(value)));

// Days since 1970 in a calendar without zones, so that adding never meets daylight saving time.
function dayNumber(date: DateOnly): number {
  const [, year, month, day] = DATE.exec(date) ?? [];
  return Math.round(Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS);
}

export const addDays = (date: DateOnly, days: number): DateOnly =>
  new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: DateOnly, to: DateOnly): number => dayNumber(to) - dayNumber(from);

export type RelativeDay = 'today' | 'tomorrow' | 'yesterday' | null;

export function relativeDay(date: DateOnly, now: DateOnly): RelativeDay {
  const distance = daysBetween(now, date);
  if (distance === 0) return 'today';
  if (distance === 1) return 'tomorrow';
  return distance === -1 ? 'yesterday' : null;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs more than drawing a whole row, and a list writes a date in each.
function dayFormat(locale: string, hasYear: boolean): Intl.DateTimeFormat {
  const name = `${locale}/${hasYear}`;
  const known = dayFormats.get(name);
  if (known) return known;
  const year = hasYear ? 'numeric' : undefined;
  const made = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year, timeZone: 'UTC' });
  dayFormats.set(name, made);
  return made;
}

/** `27 Nov`, with the year when it is not this one. */
export function shortDate(date: DateOnly, now: DateOnly, locale = formatLocale()): string {
  const hasYear = date.slice(0, 4) !== now.slice(0, 4);
  return dayFormat(locale, hasYear).format(new Date(dayNumber(date) * DAY_MS));
}

/** `5 min`, `2 h`, `3 d` since an instant, then the date. */
export function timeAgo(instant: string, now: Date = new Date()): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(instant).getTime()) / 60_000));
  if (minutes < 1) return 'now';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h`;
  if (minutes < 7 * 24 * 60) return `${Math.floor(minutes / (24 * 60))} d`;
  return shortDate(dayOf(instant), today(now));
}

/** `17:05`: the time of an instant where the reader is. */
export function clockTime(instant: string): string {
  const date = new Date(instant);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** The instant of a day and a time `17:05` where the reader is. */
export const instantAt = (day: DateOnly, time: string): string => new Date(`${day}T${time}:00`).toISOString();

// 1970-01-01 was a Thursday.
/** The Monday of a day's week. */
export const mondayOf = (day: DateOnly): DateOnly => addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7));

/** `Mon 23`: a day of a week, short. */
export function weekdayName(day: DateOnly, locale = formatLocale()): string {
  const date = new Date(dayNumber(day) * DAY_MS);
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(date);
}
