import { expect, it } from 'vitest';
import { goalTree, parentsFor } from '@/features/goals/goal-tree';
import { buildGoal } from '@/test/fake/projects/fake-goal-routes';

const top = buildGoal({ name: 'Top' });
const soon = buildGoal({ name: 'Soon', dueDate: '2026-01-01' });
const middle = buildGoal({ name: 'Middle', parentId: top.id });
const bottom = buildGoal({ name: 'Bottom', parentId: middle.id });
const orphan = buildGoal({ name: 'Orphan', parentId: 'gone' });
const goals = [bottom, orphan, top, middle, soon];

it('puts goals below what they contribute to, the next to be reached first', () => {
  expect(goalTree(goals).map(({ goal, level }) => `${level} ${goal.name}`)).toEqual([
    '0 Soon',
    '0 Orphan',
    '0 Top',
    '1 Middle',
    '2 Bottom',
  ]);
});

it('offers no parent that would close a circle', () => {
  expect(parentsFor(middle, goals).map((goal) => goal.name)).toEqual(['Orphan', 'Top', 'Soon']);
  expect(parentsFor(null, goals)).toHaveLength(5);
});
