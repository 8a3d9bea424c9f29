import { describe, expect, it } from 'vitest';
import { monthsOf, movedDates, rangeOf, spanOf, weeksOf } from '@/features/list/timeline/time-scale';
import { mondayOf } from '@/lib/dates';

describe('the scale of the timeline', () => {
  it('gives a task with one date one day, and none without dates', () => {
    expect(spanOf({ startAt: null, dueAt: '2026-12-24' })).toEqual({ start: '2026-12-24', end: '2026-12-24' });
    expect(spanOf({ startAt: '2026-12-24', dueAt: '2026-12-20' })).toEqual({ start: '2026-12-20', end: '2026-12-24' });
    expect(spanOf({ startAt: null, dueAt: null })).toBeNull();
  });

  it('begins on a Monday, holds today, and is never endless', () => {
    const range = rangeOf([{ start: '1990-01-01', end: '2026-11-30' }], '2026-11-27');
    expect(range.start).toBe(mondayOf(range.start));
    expect(range.start > '2025-01-01').toBe(true);
    expect(range.end > '2026-12-24').toBe(true);
  });

  it('has weeks and months that fill it', () => {
    const range = { start: '2026-11-23', end: '2027-01-10' };
    expect(weeksOf(range)).toHaveLength(7);
    expect(monthsOf(range)).toEqual([
      { start: '2026-11-23', days: 8 },
      { start: '2026-12-01', days: 31 },
      { start: '2027-01-01', days: 10 },
    ]);
  });
});

describe('moving on the timeline', () => {
  const dates = { startAt: '2026-11-23', dueAt: '2026-11-25' };

  it('moves both dates, or one of them up to the other', () => {
    expect(movedDates(dates, 'both', 7)).toEqual({ startAt: '2026-11-30', dueAt: '2026-12-02' });
    expect(movedDates(dates, 'end', -9)).toEqual({ startAt: '2026-11-23', dueAt: '2026-11-23' });
    expect(movedDates(dates, 'start', 9)).toEqual({ startAt: '2026-11-25', dueAt: '2026-11-25' });
  });

  it('gives a task its other date when an end is drawn out', () => {
    const due = { startAt: null, dueAt: '2026-11-25' };
    expect(movedDates(due, 'both', 1)).toEqual({ startAt: null, dueAt: '2026-11-26' });
    expect(movedDates(due, 'start', -2)).toEqual({ startAt: '2026-11-23', dueAt: '2026-11-25' });
  });

  it('keeps the time of day', () => {
    const instant = new Date('2026-11-25T09:30:00').toISOString();
    const moved = movedDates({ startAt: null, dueAt: instant }, 'both', 200).dueAt;
    expect(moved).toBe(new Date('2027-06-13T09:30:00').toISOString());
  });
});
