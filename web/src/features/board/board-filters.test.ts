import { expect, it } from 'vitest';
import { countFilters, matcher, toggled } from '@/features/board/board-filters';
import { buildTask } from '@/test/fake-data';

const task = buildTask({
  key: 'WEB-12',
  title: 'Login loop on Safari',
  labels: ['Bug'],
  priority: 'high',
  assigneeIds: ['u1'],
});

it('joins filters with and, values with or', () => {
  expect(matcher({ q: 'safari log', label: 'bug,API', priority: 'high' })(task)).toBe(true);
  expect(matcher({ q: 'web-12' })(task)).toBe(true);
  expect(matcher({ label: 'Bug', priority: 'low' })(task)).toBe(false);
  expect(matcher({ assignee: 'u2,none' })(task)).toBe(false);
  expect(matcher({ assignee: 'none' })(buildTask({ assigneeIds: [] }))).toBe(true);
});

it('counts and toggles', () => {
  expect(countFilters({ q: 'x', label: '' })).toBe(1);
  expect(toggled('a,b', 'a')).toBe('b');
  expect(toggled('a', 'a')).toBeUndefined();
});
