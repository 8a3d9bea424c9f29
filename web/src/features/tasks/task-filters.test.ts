import { expect, it } from 'vitest';
import { countFilters, matcher, toggled, toTaskQuery } from '@/features/tasks/task-filters';
import { buildTask } from '@/test/fake/fake-data';

const now = '2026-11-21';
const task = buildTask({
  key: 'WEB-12',
  title: 'Login loop on Safari',
  labels: ['Bug'],
  priority: 'high',
  assigneeIds: ['u1'],
});

it('joins filters with and, values with or', () => {
  expect(matcher({ q: 'safari log', label: 'bug,API', priority: 'high' }, now)(task)).toBe(true);
  expect(matcher({ q: 'web-12' }, now)(task)).toBe(true);
  expect(matcher({ label: 'Bug', priority: 'low' }, now)(task)).toBe(false);
  expect(matcher({ assignee: 'u2,none' }, now)(task)).toBe(false);
  expect(matcher({ assignee: 'none' }, now)(buildTask({ assigneeIds: [] }))).toBe(true);
});

it('counts and toggles', () => {
  expect(countFilters({ q: 'x', label: '' })).toBe(1);
  expect(toggled('a,b', 'a')).toBe('b');
  expect(toggled('a', 'a')).toBeUndefined();
});

it('knows what is overdue, due today and due in the next seven days', () => {
  const due = (dueAt: string, choice: string, statusCategory: 'started' | 'completed' = 'started') =>
    matcher({ due: choice }, now)(buildTask({ dueAt, statusCategory }));
  expect(due('2026-11-20', 'overdue')).toBe(true);
  expect(due('2026-11-20', 'overdue', 'completed')).toBe(false);
  expect(due('2026-11-21', 'today')).toBe(true);
  expect(due('2026-11-27', 'week')).toBe(true);
  expect(due('2026-11-28', 'week')).toBe(false);
  expect(matcher({ due: 'week' }, now)(buildTask({ dueAt: null }))).toBe(false);
});

it('asks the server for the same', () => {
  expect(toTaskQuery({ status: 'todo,done', assignee: 'none', due: 'today' }, now)).toEqual({
    status: 'todo,done',
    assigneeId: 'none',
    dueAfter: '2026-11-20',
    dueBefore: '2026-11-22',
  });
  expect(toTaskQuery({ due: 'overdue' }, now)).toMatchObject({
    dueBefore: now,
    statusCategory: 'backlog,unstarted,started',
  });
});
