import { expect, it } from 'vitest';
import { deadlineOf, isDueBehind } from '@/features/tasks/task-deadline';
import { buildTask } from '@/test/fake/fake-data';

const now = '2026-03-10';

it('is passed by a due date behind it, day by day where one of them is a day', () => {
  const isBehind = (dueAt: string | null, deadlineAt: string | null) => isDueBehind({ dueAt, deadlineAt });
  expect(isBehind('2026-03-12', '2026-03-11')).toBe(true);
  expect(isBehind('2026-03-11', '2026-03-11')).toBe(false);
  expect(isBehind('2026-03-11', new Date('2026-03-11T12:00:00').toISOString())).toBe(false);
  expect(isBehind('2026-03-11T15:00:00Z', '2026-03-11T14:00:00Z')).toBe(true);
  expect(isBehind(null, '2026-03-11') || isBehind('2026-03-11', null)).toBe(false);
});

it('is coloured when it is near, over, or planned to be passed, while the task is open', () => {
  const toneOf = (given: Parameters<typeof buildTask>[0]) => deadlineOf(buildTask(given), now)?.tone;
  expect(toneOf({ deadlineAt: '2026-03-20' })).toBe('plain');
  expect(toneOf({ deadlineAt: '2026-03-11' })).toBe('soon');
  expect(toneOf({ deadlineAt: '2026-03-09' })).toBe('late');
  expect(toneOf({ deadlineAt: '2026-03-20', dueAt: '2026-03-21' })).toBe('late');
  expect(toneOf({ deadlineAt: '2026-03-09', dueAt: '2026-03-21', statusCategory: 'completed' })).toBe('plain');
  expect(deadlineOf(buildTask(), now)).toBeNull();
});
