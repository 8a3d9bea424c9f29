import type { Dependency, DependencyType, Task, TaskType } from '@/api/types';
import { since } from '@/test/fake/fake-data';
import { type FakeAnswer, type FakeRequest, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeDependency, FakeState } from '@/test/fake/fake-state';
import { find, past, write } from '@/test/fake/tasks/fake-task-routes';

const BACKWARDS: Partial<Record<DependencyType, DependencyType>> = {
  blocks: 'blocked_by',
  duplicates: 'duplicated_by',
};
const FORWARDS: Record<string, DependencyType> = { blocked_by: 'blocks', duplicated_by: 'duplicates' };

function seenFrom(state: FakeState, task: Task, dependency: FakeDependency): Dependency[] {
  const isBackwards = dependency.fromId !== task.id;
  const other = find(state, isBackwards ? dependency.fromId : dependency.toId);
  if (!other || (isBackwards && dependency.toId !== task.id)) return [];
  const { key, projectId, title, status, statusCategory } = other;
  return [
    {
      id: dependency.id,
      taskId: other.id,
      type: isBackwards ? (BACKWARDS[dependency.type] ?? dependency.type) : dependency.type,
      link: dependency.link,
      lagMinutes: dependency.lagMinutes,
      task: { key, projectId, title, status, statusCategory },
      createdBy: state.users[0]?.id ?? '',
      createdAt: since,
      version: 1,
    },
  ];
}

function addDependency({ params, body }: FakeRequest, state: FakeState): FakeAnswer {
  const [task, other] = [find(state, params[0]), find(state, String(body.taskId))];
  if (!task || !other) return problem(404, 'task_not_found');
  const wanted = String(body.type);
  const type = FORWARDS[wanted] ?? (wanted === 'blocks' || wanted === 'duplicates' ? wanted : 'relates_to');
  const [from, to] = wanted in FORWARDS ? [other, task] : [task, other];
  if (type === 'blocks' && state.dependencies.some(({ fromId, toId }) => fromId === to.id && toId === from.id)) {
    const answer = problem(422, 'dependency_cycle', 'A circle.');
    return { ...answer, body: { ...Object(answer.body), cycle: [from.key, to.key, from.key] } };
  }
  const made: FakeDependency = {
    id: crypto.randomUUID(),
    fromId: from.id,
    toId: to.id,
    type,
    link: type === 'blocks' ? 'finish_to_start' : null,
    lagMinutes: typeof body.lagMinutes === 'number' ? body.lagMinutes : null,
  };
  state.dependencies.push(made);
  const changeId = crypto.randomUUID();
  state.undo.set(changeId, () => state.dependencies.splice(state.dependencies.indexOf(made), 1));
  return { status: 201, body: seenFrom(state, task, made)[0], headers: { 'X-Change-Id': changeId } };
}

function removeDependency({ params }: FakeRequest, state: FakeState): FakeAnswer {
  const index = state.dependencies.findIndex(({ id }) => id === params[1]);
  const removed = state.dependencies[index];
  if (!removed) return problem(404, 'not_found');
  state.dependencies.splice(index, 1);
  const changeId = crypto.randomUUID();
  state.undo.set(changeId, () => state.dependencies.push(removed));
  return { headers: { 'X-Change-Id': changeId } };
}

function restore({ params, body }: FakeRequest, state: FakeState): FakeAnswer {
  const trashed = state.trashedTasks.find(({ id }) => id === params[0]);
  const back = trashed && state.buried.get(trashed.id);
  if (back) {
    state.trashedTasks = state.trashedTasks.filter((task) => task !== trashed);
    state.tasks.push(back);
    return write(state, back, {});
  }
  const task = find(state, params[0]);
  if (!task) return problem(404, 'task_not_found');
  const fields = Array.isArray(body.fields) ? body.fields.map(String) : null;
  const then = Object.entries(past(state, task, String(body.asOf))).filter(
    ([field]) => fields?.includes(field) ?? true,
  );
  return write(state, task, Object.fromEntries(then));
}

function diff({ params, query }: FakeRequest, state: FakeState): FakeAnswer {
  const task = find(state, params[0]);
  if (!task) return problem(404, 'task_not_found');
  const [from, to] = [query.get('from'), query.get('to')];
  const [before, after] = [past(state, task, from), past(state, task, to)];
  const changes = Object.entries(before).map(([field, value]) => [
    field,
    { from: value, to: field in after ? Reflect.get(after, field) : Reflect.get(task, field) },
  ]);
  return {
    body: {
      from: { version: 1, at: from },
      to: { version: task.version, at: to ?? task.updatedAt },
      changes: Object.fromEntries(changes),
    },
  };
}

const typesIn = (value: unknown): TaskType[] => (Array.isArray(value) ? value.map((type) => ({ ...type })) : []);

/** Dependencies, types, the trash, and the ways back to a past state. */
export const linkRoutes: FakeRoute[] = [
  ['GET', /^\/api\/projects\/[^/]+\/task-types$/, (_request, state) => ({ body: { types: state.types, version: 1 } })],
  [
    'PUT',
    /^\/api\/projects\/[^/]+\/task-types$/,
    ({ body }, state) => {
      state.types = typesIn(body.types);
      return { body: { types: state.types, version: 1 } };
    },
  ],
  [
    'GET',
    /^\/api\/tasks\/([^/]+)\/dependencies$/,
    ({ params }, state) => {
      const task = find(state, params[0]);
      return page(task ? state.dependencies.flatMap((dependency) => seenFrom(state, task, dependency)) : []);
    },
  ],
  ['POST', /^\/api\/tasks\/([^/]+)\/dependencies$/, addDependency],
  ['DELETE', /^\/api\/tasks\/([^/]+)\/dependencies\/([^/]+)$/, removeDependency],
  [
    'GET',
    /^\/api\/tasks\/trash$/,
    ({ query }, state) => page(state.trashedTasks.filter(({ projectId }) => projectId === query.get('projectId'))),
  ],
  ['POST', /^\/api\/tasks\/([^/]+)\/restore$/, restore],
  ['GET', /^\/api\/tasks\/([^/]+)\/diff$/, diff],
];
