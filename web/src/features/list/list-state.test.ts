import { describe, expect, it } from 'vitest';
import { comparer } from '@/features/list/list-order';
import { fromGroups, type ListRules, listReducer } from '@/features/list/list-state';
import { buildTask } from '@/test/fake/fake-data';

const rules: ListRules = {
  groupOf: (task) => task.status,
  belongs: (task) => !task.labels.includes('hidden'),
  compare: comparer('rank'),
};
const a = buildTask({ id: 'a', rank: 'a' });
const c = buildTask({ id: 'c', rank: 'c' });
const state = fromGroups([
  { id: 'todo', tasks: [a, c], nextCursor: null },
  { id: 'done', tasks: [], nextCursor: 'more' },
]);
const idsIn = (given: typeof state, group: string) => given.groups.find((one) => one.id === group)?.ids;

describe('a list of tasks', () => {
  it('puts a new task where the order wants it', () => {
    const next = listReducer(state, { type: 'saved', task: buildTask({ id: 'b', rank: 'b' }) }, rules);
    expect(idsIn(next, 'todo')).toEqual(['a', 'b', 'c']);
  });

  it('moves a task to the group it now belongs to, once', () => {
    const open = { ...state, groups: state.groups.map((group) => ({ ...group, nextCursor: null })) };
    const next = listReducer(open, { type: 'saved', task: { ...a, status: 'done', version: 2 } }, rules);
    expect([idsIn(next, 'todo'), idsIn(next, 'done')]).toEqual([['c'], ['a']]);
  });

  it('leaves what belongs behind the loaded pages to its page, and takes it from there', () => {
    const moved = listReducer(state, { type: 'saved', task: { ...a, status: 'done', version: 2 } }, rules);
    expect([idsIn(moved, 'done'), moved.tasks.get('a')]).toEqual([[], undefined]);
    const page = { type: 'paged', group: 'done', tasks: [{ ...a, status: 'done' }, c], nextCursor: null } as const;
    expect(idsIn(listReducer(moved, page, rules), 'done')).toEqual(['a']);
  });

  it('drops what no longer belongs, and ignores older news', () => {
    const hidden = listReducer(state, { type: 'saved', task: { ...a, labels: ['hidden'], version: 2 } }, rules);
    expect(idsIn(hidden, 'todo')).toEqual(['c']);
    const newer = listReducer(state, { type: 'saved', task: { ...a, title: 'New', version: 3 } }, rules);
    const older = listReducer(newer, { type: 'saved', task: { ...a, title: 'Old', version: 2 } }, rules);
    expect(older.tasks.get('a')?.title).toBe('New');
  });
});

describe('the orders', () => {
  it('puts tasks without a due date last and the most urgent first', () => {
    const dated = buildTask({ id: 'x', dueAt: '2026-01-02', priority: 'low' });
    const plain = buildTask({ id: 'y', dueAt: null, priority: 'urgent' });
    expect([plain, dated].sort(comparer('dueAt'))[0]).toBe(dated);
    expect([dated, plain].sort(comparer('-priority'))[0]).toBe(plain);
  });
});
