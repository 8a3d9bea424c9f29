import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, relativeDay, shortDate, timeAgo, today } from '@/lib/dates';

describe('calendar dates', () => {
  it('stay what they are, whatever the zone', () => {
    expect(dayOf('2026-03-29')).toBe('2026-03-29');
  });

  it('add and subtract over months, leap days and clock changes', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('are named when they are near', () => {
    expect(relativeDay('2026-11-20', '2026-11-20')).toBe('today');
    expect(relativeDay('2026-11-21', '2026-11-20')).toBe('tomorrow');
    expect(relativeDay('2026-11-19', '2026-11-20')).toBe('yesterday');
    expect(relativeDay('2026-11-27', '2026-11-20')).toBeNull();
  });

  it('show the year only when it is another one', () => {
    expect(shortDate('2026-11-27', '2026-11-20')).toBe('27 Nov');
    expect(shortDate('2027-01-04', '2026-11-20')).toBe('4 Jan 2027');
  });

  it('take today from the reader’s clock', () => {
    expect(today(new Date(2026, 10, 20, 23, 59))).toBe('2026-11-20');
    expect(today(new Date(2026, 10, 21, 0, 0))).toBe('2026-11-21');
  });

  it('tell how long ago an instant was', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    expect(timeAgo('2026-11-20T11:59:40Z', now)).toBe('now');
    expect(timeAgo('2026-11-20T11:22:00Z', now)).toBe('38 min');
    expect(timeAgo('2026-11-18T12:00:00Z', now)).toBe('2 d');
  });
});
