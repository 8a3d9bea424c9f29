import { describe, expect, it } from 'vitest';
import type { CustomField } from '@/api/types';
import { completeQuery, withOption } from '@/features/tasks/query/complete-query';
import { queryFields } from '@/features/tasks/query/query-fields';
import { compares, ordersItself, pieceAt, spell, tokensOf } from '@/features/tasks/query/query-tokens';
import { buildMembers, STATES } from '@/test/fake/fake-data';
import { buildField } from '@/test/fake/fake-field';

const own = (name: string, type: CustomField['type'], rest: Partial<CustomField> = {}) =>
  buildField({ id: name, name, type, ...rest });

const fields = queryFields(
  {
    project: { id: 'p', key: 'WEB' },
    states: STATES,
    members: buildMembers(),
    labels: [
      { id: '1', name: 'Bug', color: 'red', group: null, exclusive: false, version: 1 },
      { id: '2', name: 'Needs design', color: 'blue', group: null, exclusive: false, version: 1 },
    ],
  },
  [
    own('Cost', 'money', { currency: 'EUR' }),
    own('Oven', 'choice', { options: ['Stone', 'Wood fire'] }),
    own('Baker "in charge"', 'person'),
    own('Cooled', 'checkbox'),
    own('Ready on', 'formula', { resultType: 'date' }),
    own('All costs', 'rollup', { resultType: 'money' }),
  ],
);

/** The bar in the text stands for the caret. */
const complete = (text: string) => completeQuery(text.replace('|', ''), text.indexOf('|'), fields);
const options = (text: string) => complete(text).options;

describe('suggestions of the query field', () => {
  it.each([
    ['|', ['status', 'assignee', 'due', 'priority', 'label', 'text', 'title', 'description']],
    ['st|', ['status', 'start']],
    ['status |', ['=', '!=', 'in', 'not in', 'is empty', 'is not empty']],
    ['status = in|', ['in_progress', 'in_review']],
    ['status = todo |', ['and', 'or', 'order by']],
    ['status = todo a|', ['and']],
    ['status = todo and (pri|', ['priority']],
    ['priority >= |', ['urgent', 'high', 'medium', 'low', 'none']],
    ['label = n|', ['"Needs design"']],
    ['label = "needs|', ['"Needs design"']],
    [
      'assignee in (|',
      ['me', '"Ada Okafor"', '"Lin Zhao"', '"Mara Silva"', '"Jonas Weber"', '"Priya Nair"', '"Tom Reyes"'],
    ],
    ['assignee in (me|', []],
    ['assignee in (me |', [',', ')']],
    ['assignee in (me, lin|', ['"Lin Zhao"']],
    ['due < startofw|', ['startOfWeek']],
    ['due is |', ['empty', 'not empty']],
    ['due is not e|', ['empty']],
    ['order |', ['by']],
    ['status = todo order by d|', ['due', 'deadline', 'difficulty']],
    ['order by due |', ['desc', 'asc', ',']],
    ['nothing = |', []],
    ['fiel|', ['field("Cost")', 'field("Oven")', 'field("Baker \\"in charge\\"")']],
    ['field(|', ['field("Cost")']],
    ['Field ( "co|', ['field("Cost")', 'field("Cooled")']],
    ['cost|', ['field("Cost")', 'field("All costs")']],
    ['field("cost")|', []],
    ['field("COST") |', ['=', '!=', 'in', 'not in', '<']],
    ['field("All costs") |', ['=', '!=', 'in', 'not in', '<']],
    ['field("Oven") |', ['=', '!=', 'in', 'not in', '~']],
    ['field("Oven") in (Stone, w|', ['"Wood fire"']],
    ['field("Baker \\"in charge\\"") = |', ['me', '"Ada Okafor"']],
    ['field("Cooled") = |', ['true', 'false']],
    ['not field("Ready on") < to|', ['today', 'tomorrow']],
    ['order by field("|', ['field("Cost")', 'field("Oven")', 'field("Ready on")', 'field("All costs")']],
    ['order by field("Cost") |', ['desc', 'asc', ',']],
  ])('%s', (text, expected) => {
    expect(options(text).slice(0, expected.length)).toEqual(expected);
  });

  it('puts the chosen one in place of what was begun', () => {
    const put = (text: string, option: string) => withOption(text.replace('|', ''), complete(text), option);
    expect(put('st| = x', 'status')).toEqual({ query: 'status = x', caret: 7 });
    expect(put('status =|', 'todo')).toEqual({ query: 'status = todo ', caret: 14 });
    expect(put('assignee in (|)', 'me')).toEqual({ query: 'assignee in (me )', caret: 16 });
    expect(put('label = "nee|', '"Needs design"')).toEqual({ query: 'label = "Needs design" ', caret: 23 });
    expect(put('field("co|', 'field("Cost")').query).toBe('field("Cost") ');
    expect(put('field("Co|oled") = true', 'field("Cost")').query).toBe('field("Cost") = true');
    expect(put('field(|) = 3', 'field("Cost")').query).toBe('field("Cost") = 3');
    expect(put('field("co| and label = "x"', 'field("Cost")').query).toBe('field("Cost") and label = "x"');
  });
});

it('cuts a query as the server does', () => {
  expect(tokensOf('a!="x \\" y" and (b<=c!) or "open').map(({ text }) => text)).toEqual([
    'a',
    '!=',
    '"x \\" y"',
    'and',
    '(',
    'b',
    '<=',
    'c!',
    ')',
    'or',
    '"open',
  ]);
});

it('knows whether a query orders itself', () => {
  expect(ordersItself('status = todo ORDER  by due')).toBe(true);
  expect(ordersItself('title = "order by due"')).toBe(false);
  expect(ordersItself(undefined)).toBe(false);
});

it('tells a query from words', () => {
  expect(['a = b', 'due<today', 'due is not empty', 'status in (todo)'].every(compares)).toBe(true);
  expect(['login (page), now', 'is in doubt', '"a = b"', ''].some(compares)).toBe(false);
});

it('finds what stands at a position', () => {
  expect(pieceAt('sise = 3', 0)).toEqual({ start: 0, end: 4 });
  expect(pieceAt('due < today + 7x', 15)).toEqual({ start: 15, end: 16 });
  expect(pieceAt('size =', 6)).toEqual({ start: 6, end: 6 });
});

it('writes values so that they are read as they are', () => {
  expect(['todo', 'in_review', 'Needs design', 'me', 'AND', 'a"b', '-x', 'a@b.c'].map(spell)).toEqual([
    'todo',
    'in_review',
    '"Needs design"',
    '"me"',
    '"AND"',
    '"a\\"b"',
    '"-x"',
    'a@b.c',
  ]);
});
