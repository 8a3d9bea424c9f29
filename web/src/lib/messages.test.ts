import { expect, it } from 'vitest';
import { textOf } from '@/lib/messages';

it('says a message with its values, by number and by choice', () => {
  const tasks = [
    'In ',
    ['name'],
    ': ',
    ['count', 'plural', { 0: ['none'], one: ['#', ' task'], other: ['#', ' tasks'] }],
  ] as const;
  const said = (count: number) => textOf(tasks, { name: 'Web', count });
  expect([0, 1, 1200].map(said)).toEqual(['In Web: none', 'In Web: 1 task', 'In Web: 1,200 tasks']);
  const role = [['role', 'select', { owner: ['all # of it'], other: ['some'] }]] as const;
  expect(textOf(role, { role: 'owner' })).toBe('all # of it');
  expect(textOf(role, { role: 'guest' })).toBe('some');
  expect(textOf(['Plain'], {})).toBe('Plain');
});
