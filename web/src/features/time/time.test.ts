import { describe, expect, it } from 'vitest';
import { daysOf } from '@/features/time/periods';
import { elapsedText } from '@/features/time/use-elapsed';

describe('periods of time', () => {
  it('have a first and a last day', () => {
    expect(daysOf('week', '2026-11-27')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(daysOf('lastWeek', '2026-11-27')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(daysOf('month', '2027-02-27')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
    expect(daysOf('month', '2026-12-05')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(daysOf('lastMonth', '2027-01-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(daysOf('all', '2026-11-27')).toEqual({});
  });
});

it('counts a running timer in hours, minutes and seconds', () => {
  const start = '2026-11-27T08:00:00Z';
  expect(elapsedText(start, Date.parse('2026-11-27T09:05:12.900Z'))).toBe('1:05:12');
  expect(elapsedText(start, Date.parse('2026-11-27T07:59:59Z'))).toBe('0:00:00');
});
