import { expect, it } from 'vitest';
import { byDue, dueGroupOf, endOfWeek } from '@/features/list/due-groups';
import { buildTask } from '@/test/fake/fake-data';

it('ends a week on Sunday', () => {
  expect(endOfWeek('2026-11-16')).toBe('2026-11-22');
  expect(endOfWeek('2026-11-22')).toBe('2026-11-22');
});

it('groups by when a task is due, and leaves empty groups out', () => {
  const now = '2026-11-18';
  const group = (dueAt: string | null) => dueGroupOf({ dueAt }, now);
  expect([group('2026-11-17'), group(now), group('2026-11-22'), group('2026-11-23'), group(null)]).toEqual([
    'overdue',
    'today',
    'week',
    'later',
    'none',
  ]);
  const tasks = [buildTask({ id: 'a', dueAt: now }), buildTask({ id: 'b', dueAt: null })];
  expect(byDue(tasks, now).map((entry) => entry.group)).toEqual(['today', 'none']);
});
