import type { Goal } from '@/api/types';
import { since, uuid } from '@/test/fake/fake-data';
import { type FakeRoute, page, problem } from '@/test/fake/fake-server';

/** One goal; name only what the test is about. */
export const buildGoal = (given: Partial<Goal> = {}): Goal => ({
  id: crypto.randomUUID(),
  workspaceId: uuid(2, 1),
  parentId: null,
  name: 'A goal',
  description: '',
  ownerId: uuid(1, 1),
  dueDate: null,
  projectIds: [],
  milestoneIds: [],
  hiddenLinkCount: 0,
  progress: { done: 0, total: 0, percent: 0 },
  links: [],
  createdAt: since,
  version: 1,
  ...given,
});

export const goalRoutes: FakeRoute[] = [
  ['GET', /^\/api\/goals$/, (_request, state) => page(state.goals)],
  [
    'POST',
    /^\/api\/goals$/,
    ({ body }, state) => {
      const goal = buildGoal(body);
      state.goals.push(goal);
      return { status: 201, body: goal };
    },
  ],
  [
    'PATCH',
    /^\/api\/goals\/([^/]+)$/,
    ({ params, body }, state) => {
      const goal = state.goals.find(({ id }) => id === params[0]);
      if (!goal) return problem(404, 'not_found');
      Object.assign(goal, body, { version: goal.version + 1 });
      return { body: { ...goal } };
    },
  ],
  [
    'DELETE',
    /^\/api\/goals\/([^/]+)$/,
    ({ params }, state) => {
      state.goals = state.goals.filter(({ id }) => id !== params[0]);
      return {};
    },
  ],
];
