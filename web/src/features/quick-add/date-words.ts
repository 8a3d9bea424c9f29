import { addDays, type DateOnly, daysBetween, isDateOnly } from '@/lib/dates';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const SHORT: Record<string, number> = {
  mon: 0,
  tue: 1,
  tues: 1,
  wed: 2,
  thu: 3,
  thur: 3,
  thurs: 3,
  fri: 4,
  sat: 5,
  sun: 6,
};
const UNIT_DAYS: Record<string, number> = { day: 1, days: 1, week: 7, weeks: 7 };

/** Monday is 0; 1970-01-01 was a Thursday. */
const weekdayOf = (day: DateOnly) => (((daysBetween('1970-01-01', day) + 3) % 7) + 7) % 7;

const weekdayNamed = (word: string): number => SHORT[word] ?? WEEKDAYS.indexOf(word);
const mondayAfter = (day: DateOnly) => addDays(day, 7 - weekdayOf(day));

// A date that the calendar does not have, such as 30 February, would roll over into another.
const isRealDate = (word: string) => isDateOnly(word) && !Number.isNaN(Date.parse(word)) && addDays(word, 0) === word;

/** The day that all of the words together name, or null. A weekday is the next one, never today. */
export function dayNamed(words: readonly string[], now: DateOnly): DateOnly | null {
  const [first = '', second = '', third = ''] = words.map((word) => word.toLowerCase());
  if (words.length === 1) {
    if (first === 'today') return now;
    if (first === 'tomorrow' || first === 'tmr') return addDays(now, 1);
    if (isRealDate(first)) return first;
    const weekday = weekdayNamed(first);
    return weekday < 0 ? null : addDays(now, ((weekday - weekdayOf(now) + 6) % 7) + 1);
  }
  if (words.length === 2 && first === 'next') {
    if (second === 'week') return mondayAfter(now);
    const weekday = weekdayNamed(second);
    return weekday < 0 ? null : addDays(mondayAfter(now), weekday);
  }
  if (words.length === 3 && first === 'in' && /^\d{1,3}$/.test(second)) {
    const days = UNIT_DAYS[third];
    return days === undefined ? null : addDays(now, days * Number(second));
  }
  return null;
}

/** How many words at the start of the list name a day together: the longest reading wins. */
export function dayAtStart(words: readonly string[], now: DateOnly): { day: DateOnly; count: number } | null {
  for (const count of [3, 2, 1]) {
    const day = words.length >= count ? dayNamed(words.slice(0, count), now) : null;
    if (day) return { day, count };
  }
  return null;
}
