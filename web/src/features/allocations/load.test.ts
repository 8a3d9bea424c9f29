import { expect, it } from 'vitest';
import { hoursText, levelOf } from '@/features/allocations/load';

it('tells a full week from one that is too full, by the hours that its person has', () => {
  expect([0, 12, 38, 40, 40.5].map((hours) => levelOf(hours, 40))).toEqual(['none', 'part', 'full', 'full', 'over']);
  expect([levelOf(12, 10), levelOf(8, 0), levelOf(0, 0)]).toEqual(['over', 'over', 'none']);
  expect(hoursText(37.549)).toBe('37.5');
});
