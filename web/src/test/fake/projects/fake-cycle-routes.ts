import type { CycleCapacity, Task } from '@/api/types';
import { since, uuid } from '@/test/fake/fake-data';
import { type FakeAnswer, type FakeRequest, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeCycle, FakeState } from '@/test/fake/fake-state';

/** One cycle; name only what the test is about. */
export const buildCycle = (given: Partial<FakeCycle> = {}): FakeCycle => ({
  id: crypto.randomUUID(),
  projectId: uuid(3, 1),
  name: 'A cycle',
  goal: '',
  startDate: '2026-01-05',
  endDate: '2026-01-18',
  state: 'open',
  closedAt: null,
  taskCount: 0,
  completedCount: 0,
  estimateMinutes: 0,
  completedEstimateMinutes: 0,
  progress: 0,
  createdAt: since,
  version: 1,
  taskIds: [],
  ...given,
});

const answer = (cycle: FakeCycle | undefined): FakeAnswer =>
  cycle ? { body: { ...cycle, taskCount: cycle.taskIds.length } } : problem(404, 'cycle_not_found');
const find = (request: FakeRequest, state: FakeState, at: number) =>
  state.cycles.find(({ id }) => id === request.params[at]);

const idsOf = ({ body }: FakeRequest) => (Array.isArray(body.taskIds) ? body.taskIds.map(String) : []);

/** What every assignee has: five hours. */
const CAPACITY_MINUTES = 300;

function capacityOf({ id, taskIds }: FakeCycle, state: FakeState): CycleCapacity {
  const tasks = state.tasks.filter((task) => taskIds.includes(task.id));
  const sum = (of: readonly Task[]) => of.reduce((minutes, task) => minutes + (task.estimateMinutes ?? 0), 0);
  const people = [...new Set(tasks.flatMap(({ assigneeIds }) => assigneeIds))].map((userId) => {
    const own = tasks.filter(({ assigneeIds }) => assigneeIds.includes(userId));
    const load = { estimateMinutes: sum(own), taskCount: own.length, isOver: sum(own) > CAPACITY_MINUTES };
    return { userId, capacityMinutes: CAPACITY_MINUTES, timeOffMinutes: 60, ...load };
  });
  const capacityMinutes = CAPACITY_MINUTES * people.length;
  return {
    cycleId: id,
    workdays: 10,
    capacityMinutes,
    estimateMinutes: sum(tasks),
    unassignedMinutes: sum(tasks.filter(({ assigneeIds }) => assigneeIds.length === 0)),
    unestimatedCount: tasks.filter(({ estimateMinutes }) => estimateMinutes === null).length,
    isOver: sum(tasks) > capacityMinutes,
    people,
  };
}

export const cycleRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/cycles\/([^/]+)\/capacity$/,
    (request, state) => {
      const cycle = find(request, state, 0);
      return cycle ? { body: capacityOf(cycle, state) } : problem(404, 'not_found');
    },
  ],
  [
    'GET',
    /^\/api\/projects\/([^/]+)\/cycles$/,
    ({ params }, state) =>
      page(
        state.cycles
          .filter(({ projectId }) => projectId === params[0])
          .map((cycle) => ({ ...cycle, taskCount: cycle.taskIds.length })),
      ),
  ],
  [
    'POST',
    /^\/api\/projects\/([^/]+)\/cycles$/,
    ({ params, body }, state) => {
      const cycle = buildCycle({ ...body, projectId: params[0] });
      state.cycles.push(cycle);
      return { ...answer(cycle), status: 201 };
    },
  ],
  [
    'POST',
    /^\/api\/cycles\/([^/]+)\/tasks$/,
    (request, state) => {
      const cycle = find(request, state, 0);
      const ids = idsOf(request);
      for (const other of state.cycles) {
        if (!state.allowsSeveralCycles) other.taskIds = other.taskIds.filter((id) => !ids.includes(id));
      }
      cycle?.taskIds.push(...ids);
      return answer(cycle);
    },
  ],
  [
    'POST',
    /^\/api\/cycles\/([^/]+)\/tasks\/remove$/,
    (request, state) => {
      const cycle = find(request, state, 0);
      if (!cycle) return problem(404, 'cycle_not_found');
      const removedIds = idsOf(request).filter((id) => cycle.taskIds.includes(id));
      cycle.taskIds = cycle.taskIds.filter((id) => !removedIds.includes(id));
      return { body: { cycle, removedIds } };
    },
  ],
  [
    'GET',
    /^\/api\/projects\/([^/]+)\/cycle-settings$/,
    ({ params }, state) => ({ body: { projectId: params[0], allowsSeveral: state.allowsSeveralCycles, version: 0 } }),
  ],
  [
    'PUT',
    /^\/api\/projects\/([^/]+)\/cycle-settings$/,
    ({ params, body }, state) => {
      state.allowsSeveralCycles = body.allowsSeveral === true;
      return { body: { projectId: params[0], allowsSeveral: state.allowsSeveralCycles, version: 1 } };
    },
  ],
  [
    'DELETE',
    /^\/api\/cycles\/([^/]+)\/tasks\/([^/]+)$/,
    (request, state) => {
      const cycle = find(request, state, 0);
      if (cycle) cycle.taskIds = cycle.taskIds.filter((id) => id !== request.params[1]);
      return {};
    },
  ],
  [
    'POST',
    /^\/api\/cycles\/([^/]+)\/close$/,
    (request, state) => {
      const cycle = find(request, state, 0);
      if (cycle) cycle.state = 'closed';
      return answer(cycle);
    },
  ],
  [
    'GET',
    /^\/api\/cycles\/([^/]+)\/scope$/,
    (request, state) =>
      page(
        (find(request, state, 0)?.taskIds ?? []).map((taskId) => ({
          taskId,
          change: 'added',
          actorId: null,
          at: since,
        })),
      ),
  ],
];
