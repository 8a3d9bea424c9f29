import { expect, it } from 'vitest';
import { isChanged, lookOf, queryOf, searchOf } from '@/features/views/view-state';
import { buildView } from '@/test/fake/tasks/fake-view-routes';

it.each([
  [{}, ''],
  [{ q: 'late bread' }, '"late" and "bread"'],
  [{ query: 'login page' }, 'login page'],
  [{ query: 'login page', status: 'todo' }, '"login" and "page" and status = todo'],
  [{ query: 'a = 1 or b = 2', priority: 'high,urgent' }, '(a = 1 or b = 2) and priority in (high, urgent)'],
  [
    { assignee: 'u1,none', label: 'Bug,In two words' },
    '(assignee = u1 or assignee is empty) and label in (Bug, "In two words")',
  ],
  [{ due: 'week', sort: '-dueAt' }, 'due >= today and due < today + 7d order by due desc'],
  [{ query: 'status = done order by due', sort: 'title' }, 'status = done order by due'],
])('writes %o as a query', (search, query) => {
  expect(queryOf(search)).toBe(query);
});

it('keeps an order by a field that the project has made, and opens so', () => {
  const own = [{ id: 'f1', name: 'The "real" cost' }];
  const search = { query: 'status = todo', sort: '-own-f1', cols: 'status,own-f1' };
  const view = buildView({ ...lookOf('table', search, own), name: 'Dear' });
  expect(view.query).toBe(String.raw`status = todo order by field("The \"real\" cost") desc`);
  expect(searchOf(view, own)).toEqual({ ...search, group: undefined });
  expect(isChanged(view, 'table', search, own)).toBe(false);
  expect(isChanged(view, 'table', { ...search, sort: 'own-f1' }, own)).toBe(true);
  // A field that is gone, and a layout whose heads show no order, leave it to the query.
  for (const [opened, fields] of [
    [view, []],
    [{ ...view, layout: 'list' as const }, own],
  ] as const) {
    expect(searchOf(opened, fields)).toMatchObject({ query: view.query, sort: undefined });
  }
});

it('opens as it was kept, and says when it is looked at otherwise', () => {
  const search = { query: 'status = todo', sort: '-dueAt', cols: 'status,due' };
  const view = buildView({ ...lookOf('table', search), name: 'Late' });
  expect(searchOf(view)).toEqual({ ...search, group: undefined });
  expect(isChanged(view, 'table', search)).toBe(false);
  expect(isChanged(view, 'table', { ...search, priority: 'high' })).toBe(true);
  expect(isChanged(view, 'list', search)).toBe(true);
});
