import { describe, expect, it } from 'vitest';
import type { Board } from '@/api/types';
import { type BoardAction, type BoardState, boardReducer, fromBoard, placeAt } from '@/features/board/board-state';
import { buildTask } from '@/test/fake/fake-data';

const a = buildTask({ id: 'a', rank: 'b', version: 3 });
const b = buildTask({ id: 'b', rank: 'd', version: 3 });
const c = buildTask({ id: 'c', rank: 'c', status: 'done', statusCategory: 'completed' });

const board = (nextCursor: string | null = null): Board => ({
  columns: [
    { status: 'todo', name: 'To do', category: 'unstarted', taskCount: nextCursor ? 9 : 2, tasks: [a, b], nextCursor },
    { status: 'done', name: 'Done', category: 'completed', taskCount: 1, tasks: [c], nextCursor: null },
  ],
});

const stateAfter = (...actions: BoardAction[]): BoardState => actions.reduce(boardReducer, fromBoard(board()));
const lane = (state: BoardState, status: string) => state.lanes.find((candidate) => candidate.status === status);
const ids = (state: BoardState, status: string) => lane(state, status)?.ids;

describe('the board', () => {
  it('holds each id once, even when the server sends it twice', () => {
    const twice = board();
    twice.columns[1]?.tasks.push(a);
    const state = fromBoard(twice);
    expect(state.lanes.flatMap((each) => each.ids)).toEqual(['a', 'b', 'c']);
  });

  it('puts a new task where its rank says, and counts it', () => {
    const state = stateAfter({ type: 'saved', task: buildTask({ id: 'n', rank: 'c' }) });
    expect(ids(state, 'todo')).toEqual(['a', 'n', 'b']);
    expect(lane(state, 'todo')?.taskCount).toBe(3);
  });

  it('hears of the same new task twice and keeps one card', () => {
    const task = buildTask({ id: 'n', rank: 'c' });
    const state = stateAfter({ type: 'saved', task }, { type: 'saved', task });
    expect(ids(state, 'todo')).toEqual(['a', 'n', 'b']);
    expect(lane(state, 'todo')?.taskCount).toBe(3);
  });

  it('moves a card at once, before and after a neighbour, and to the end', () => {
    expect(ids(stateAfter({ type: 'placed', id: 'b', place: { status: 'done', beforeId: 'c' } }), 'done')).toEqual([
      'b',
      'c',
    ]);
    expect(ids(stateAfter({ type: 'placed', id: 'b', place: { status: 'done', afterId: 'c' } }), 'done')).toEqual([
      'c',
      'b',
    ]);
    const state = stateAfter({ type: 'placed', id: 'a', place: { status: 'todo' } });
    expect(ids(state, 'todo')).toEqual(['b', 'a']);
    expect(lane(state, 'todo')?.taskCount).toBe(2);
  });

  it('confirms a move with the rank of the server', () => {
    const moved = { ...b, status: 'done', statusCategory: 'completed' as const, rank: 'a', version: 4 };
    const state = stateAfter({ type: 'placed', id: 'b', place: { status: 'done' } }, { type: 'saved', task: moved });
    expect(ids(state, 'done')).toEqual(['b', 'c']);
    expect(state.lanes.map((each) => each.taskCount)).toEqual([1, 2]);
  });

  it('puts only the refused card back', () => {
    const state = stateAfter({ type: 'placed', id: 'a', place: { status: 'done' } }, { type: 'restored', task: a });
    expect(state).toEqual(fromBoard(board()));
  });

  it('ignores an older version that arrives late', () => {
    const state = stateAfter(
      { type: 'saved', task: { ...a, title: 'new', version: 5 } },
      { type: 'saved', task: { ...a, title: 'old', version: 4 } },
    );
    expect(state.tasks.a?.title).toBe('new');
  });

  it('keeps the place of a card whose newer move is still on its way', () => {
    const state = stateAfter(
      { type: 'placed', id: 'a', place: { status: 'done' } },
      { type: 'saved', task: { ...a, version: 4, title: 'new' }, keepsPlace: true },
    );
    expect(ids(state, 'done')).toContain('a');
    expect(state.tasks.a?.title).toBe('new');
  });

  it('forgets a deleted task, and a second deletion changes nothing', () => {
    const once = stateAfter({ type: 'removed', id: 'a' });
    expect(ids(once, 'todo')).toEqual(['b']);
    expect(once.tasks.a).toBeUndefined();
    expect(boardReducer(once, { type: 'removed', id: 'a' })).toBe(once);
  });

  it('only counts a task that belongs behind the last loaded card', () => {
    const state = boardReducer(fromBoard(board('more')), { type: 'saved', task: buildTask({ id: 'n', rank: 'z' }) });
    expect(ids(state, 'todo')).toEqual(['a', 'b']);
    expect(lane(state, 'todo')?.taskCount).toBe(10);
  });

  it('adds a further page without doubling cards', () => {
    const page = [b, buildTask({ id: 'p', rank: 'e' })];
    const state = stateAfter({ type: 'paged', status: 'todo', tasks: page, nextCursor: null });
    expect(ids(state, 'todo')).toEqual(['a', 'b', 'p']);
  });
});

it('describes a position by the neighbour that is shown', () => {
  expect(placeAt('todo', ['a', 'b', 'x'], 1, 'x')).toEqual({ status: 'todo', beforeId: 'b' });
  expect(placeAt('todo', ['a', 'b'], 2, 'x')).toEqual({ status: 'todo', afterId: 'b' });
  expect(placeAt('todo', [], 0, 'x')).toEqual({ status: 'todo' });
});
