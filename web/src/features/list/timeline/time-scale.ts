import type { Task } from '@/api/types';
import { addDays, clockTime, type DateOnly, dayOf, daysBetween, instantAt, isDateOnly, mondayOf } from '@/lib/dates';

export const ZOOMS = { weeks: 24, months: 8 } as const;
export type Zoom = keyof typeof ZOOMS;
export const zoomOf = (value: string | undefined): Zoom => (value === 'months' ? 'months' : 'weeks');

/** A stretch of days, both ends included. */
export type Span = { start: DateOnly; end: DateOnly };
/** Where a task stands in time; an open end is not set. */
export type Dates = Pick<Task, 'startAt' | 'dueAt'>;

const MARGIN_DAYS = 21;
const MOST_DAYS = 1100;

/** The days a task takes; null when it has neither start nor due. */
export function spanOf({ startAt, dueAt }: Dates): Span | null {
  const start = startAt ?? dueAt;
  const end = dueAt ?? startAt;
  if (!start || !end) return null;
  const [first, last] = [dayOf(start), dayOf(end)];
  return first <= last ? { start: first, end: last } : { start: last, end: first };
}

/** The days the scale shows: all that stand in it, today, and some air; never more than about three years. */
export function rangeOf(spans: readonly Span[], now: DateOnly, leastDays = 0): Span {
  const half = Math.floor(MOST_DAYS / 2);
  const least = addDays(now, -half);
  const most = addDays(now, half);
  const first = spans.reduce((day, span) => (span.start < day ? span.start : day), now);
  const last = spans.reduce((day, span) => (span.end > day ? span.end : day), addDays(now, 28));
  const start = addDays(first < least ? least : first, -MARGIN_DAYS);
  const end = addDays(last > most ? most : last, MARGIN_DAYS);
  const filled = addDays(mondayOf(start), leastDays - 1);
  return { start: mondayOf(start), end: end < filled ? filled : end };
}

export const rangeHas = ({ start, end }: Span, day: DateOnly): boolean => start <= day && day <= end;

export const lengthOf = ({ start, end }: Span): number => daysBetween(start, end) + 1;

/** The Mondays of a range. */
export function weeksOf(range: Span): DateOnly[] {
  const count = Math.ceil(lengthOf(range) / 7);
  return Array.from({ length: count }, (_, index) => addDays(range.start, index * 7));
}

/** The months of a range, each from its first day that is shown. */
export function monthsOf(range: Span): { start: DateOnly; days: number }[] {
  const months: { start: DateOnly; days: number }[] = [];
  for (let start = range.start; start <= range.end; ) {
    const [year = 0, month = 0] = start.split('-').map(Number);
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    const end = next > range.end ? addDays(range.end, 1) : next;
    months.push({ start, days: daysBetween(start, end) });
    start = next;
  }
  return months;
}

/** A day or an instant, some days later; the time of day stays. */
export function shifted(value: string | null, days: number): string | null {
  if (value === null) return null;
  const day = addDays(dayOf(value), days);
  return isDateOnly(value) ? day : instantAt(day, clockTime(value));
}

export type Move = 'both' | 'start' | 'end';

/** The dates after a bar or one of its ends was moved; an end never passes the other. */
export function movedDates(dates: Dates, move: Move, days: number): Dates {
  const span = spanOf(dates);
  if (!span || days === 0) return dates;
  if (move === 'both') return { startAt: shifted(dates.startAt, days), dueAt: shifted(dates.dueAt, days) };
  const room = lengthOf(span) - 1;
  if (move === 'start') {
    const by = Math.min(days, room);
    return { startAt: shifted(dates.startAt ?? dates.dueAt, by), dueAt: dates.dueAt ?? dates.startAt };
  }
  const by = Math.max(days, -room);
  return { startAt: dates.startAt ?? dates.dueAt, dueAt: shifted(dates.dueAt ?? dates.startAt, by) };
}
