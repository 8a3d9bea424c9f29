import { expect, it } from 'vitest';
import { neighbour, shifted, withAt, without } from '@/features/board/board-grid';

const columns = [
  { status: 'todo', ids: ['a', 'b', 'c'] },
  { status: 'doing', ids: [] },
  { status: 'done', ids: ['d'] },
];

it('walks with the arrows and steps over empty columns', () => {
  expect(neighbour(columns, 'a', 'down')).toBe('b');
  expect(neighbour(columns, 'a', 'up')).toBeNull();
  expect(neighbour(columns, 'c', 'right')).toBe('d');
  expect(neighbour(columns, 'd', 'left')).toBe('a');
});

it('carries a card into empty columns and to either end', () => {
  const rest = without(columns, 'c');
  expect(shifted(rest, { column: 0, index: 2 }, 'down')).toEqual({ column: 0, index: 2 });
  expect(shifted(rest, { column: 0, index: 2 }, 'right')).toEqual({ column: 1, index: 0 });
  expect(withAt(columns, 'c', { column: 2, index: 0 })[2]?.ids).toEqual(['c', 'd']);
});
