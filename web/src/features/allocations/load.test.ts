import { expect, it } from 'vitest';
import { hoursIn, hoursText, levelOf } from '@/features/allocations/load';

it('counts the working days of a week that an allocation covers', () => {
  const allocation = { hoursPerWeek: 20, from: '2026-11-25', to: '2026-12-01' };
  expect(hoursIn(allocation, '2026-11-16')).toBe(0);
  expect(hoursIn(allocation, '2026-11-23')).toBe(12);
  expect(hoursIn(allocation, '2026-11-30')).toBe(8);
  expect(hoursIn({ ...allocation, from: '2026-11-28', to: '2026-11-29' }, '2026-11-23')).toBe(0);
});

it('tells a full week from one that is too full', () => {
  expect([0, 12, 38, 40, 40.5].map(levelOf)).toEqual(['none', 'part', 'full', 'full', 'over']);
  expect(hoursText(37.549)).toBe('37.5');
});
