import { describe, expect, it } from 'vitest';
import {
  added,
  heirOf,
  keyOf,
  moved,
  removed,
  targetsOf,
  toggledMove,
} from '@/features/project-settings/workflow/workflow-state';
import { STATES } from '@/test/fake/fake-data';

const keys = (states: readonly { key: string }[]) => states.map((state) => state.key);

describe('the states of a workflow', () => {
  it('make a key of a name, once', () => {
    expect(keyOf('Prüfung läuft!', STATES)).toBe('prufung_lauft');
    expect(keyOf('Done', STATES)).toBe('done_2');
    expect(keyOf('審査', STATES)).toBe('state');
  });

  it('take a new one behind those of its category', () => {
    const states = added(STATES, 'Testing', 'started');
    expect(keys(states)).toEqual(['backlog', 'todo', 'in_progress', 'in_review', 'testing', 'done', 'cancelled']);
    expect(states.map((state) => state.order)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('change places, and stay at the ends', () => {
    expect(keys(moved(STATES, 'todo', -1)).slice(0, 2)).toEqual(['todo', 'backlog']);
    expect(keys(moved(STATES, 'backlog', -1))).toEqual(keys(STATES));
  });

  it('lead everywhere until a move is forbidden, and keep one way out', () => {
    expect(targetsOf(STATES, 'done')).toHaveLength(5);
    const narrow = toggledMove(STATES, 'done', 'backlog');
    expect(narrow.find((state) => state.key === 'done')?.next).toEqual([
      'todo',
      'in_progress',
      'in_review',
      'cancelled',
    ]);
    expect(toggledMove(narrow, 'done', 'backlog').find((state) => state.key === 'done')?.next).toEqual([]);
    const last = STATES.map((state) => (state.key === 'done' ? { ...state, next: ['todo'] } : state));
    expect(toggledMove(last, 'done', 'todo')).toEqual(last);
  });

  it('go, and leave their tasks and the ways to them to another', () => {
    expect(heirOf(STATES, 'in_review')?.key).toBe('in_progress');
    expect(heirOf(STATES, 'done')?.key).toBe('cancelled');
    const guards = [
      { to: 'done', role: 'manager' },
      { to: 'todo', role: 'owner' },
    ];
    const strict = STATES.map((state) =>
      state.key === 'in_review' ? { ...state, next: ['done', 'cancelled'], guards } : state,
    );
    const left = removed(strict, 'done', 'cancelled');
    expect(keys(left)).not.toContain('done');
    expect(left.find((state) => state.key === 'in_review')).toMatchObject({ next: ['cancelled'], guards: [guards[1]] });
    expect(left.map((state) => state.order)).toEqual([0, 1, 2, 3, 4]);
  });

  it('do not open ways that were closed when one of them goes', () => {
    const strict = STATES.map((state) => {
      if (state.key === 'in_review') return { ...state, next: ['done'], guards: [{ to: 'done', role: 'manager' }] };
      return state.key === 'done' ? { ...state, next: ['cancelled'] } : state;
    });
    const review = (into: string) => removed(strict, 'done', into).find((state) => state.key === 'in_review');
    expect(review('todo')).toMatchObject({ next: ['todo'], guards: [{ to: 'todo', role: 'manager' }] });
    expect(review('in_review')).toMatchObject({ next: ['cancelled'] });
  });
});
