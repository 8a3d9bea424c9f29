import type { FieldChange, Task } from '@/api/types';
import { addDays, today } from '@/lib/dates';
import { buildTask } from '@/test/fake/fake-data';
import { type FakeAnswer, type FakeRequest, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';
import { difficulty } from '@/test/fake/tasks/fake-difficulty';
import { refusalOf } from '@/test/fake/tasks/fake-refusals';
import { rollUp } from '@/test/fake/tasks/fake-roll-up';
import { countTasks, listTasks, similarTasks } from '@/test/fake/tasks/fake-task-list';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const byRank = (a: Task, b: Task) => (a.rank < b.rank ? -1 : 1);
export const find = (state: FakeState, name: string | undefined) =>
  state.tasks.find((task) => task.id === name || task.key === name);

function card({ description: _description, customFields: _customFields, ...rest }: Task) {
  return rest;
}

function board(request: FakeRequest, state: FakeState): FakeAnswer {
  const columns = state.states.map((column) => {
    const tasks = state.tasks
      .filter((task) => task.projectId === request.params[0] && task.status === column.key)
      .sort(byRank)
      .map(card);
    return { status: column.key, category: column.category, taskCount: tasks.length, tasks, nextCursor: null };
  });
  return { body: { columns } };
}

const TYPE_OF: Record<string, string> = { assigneeIds: 'task.assigned', status: 'task.status_changed' };

/** One event for each kind of change, all under one change id, as the server's stream has them. */
function record(state: FakeState, before: Task | null, after: Task, changeId: string) {
  const byType = new Map<string, Record<string, FieldChange>>();
  for (const [field, to] of Object.entries(after)) {
    const from: unknown = before ? Reflect.get(before, field) : null;
    if (/version|updatedAt|^key$|Count$/.test(field) || JSON.stringify(from) === JSON.stringify(to)) continue;
    const type = before ? (TYPE_OF[field] ?? 'task.updated') : 'task.created';
    byType.set(type, { ...byType.get(type), [field]: { from, to } });
  }
  const events = state.history.get(after.id) ?? [];
  const actorId = state.users[0]?.id ?? null;
  for (const [type, changes] of byType) {
    events.push({ version: events.length + 1, type, at: new Date().toISOString(), actorId, changeId, changes });
  }
  state.history.set(after.id, events);
}

function count(state: FakeState, parentId: string | null) {
  const parent = state.tasks.find((task) => task.id === parentId);
  const below = state.tasks.filter((task) => parentId !== null && task.parentId === parentId);
  const done = below.filter((task) => task.statusCategory === 'completed' || task.statusCategory === 'cancelled');
  if (parent) Object.assign(parent, { subtaskCount: below.length, subtaskDoneCount: done.length });
}

export function write(state: FakeState, task: Task, changes: Partial<Task>): FakeAnswer {
  const before = { ...task };
  const changeId = crypto.randomUUID();
  Object.assign(task, changes, { version: task.version + 1, updatedAt: new Date().toISOString() });
  task.statusCategory = state.states.find((column) => column.key === task.status)?.category ?? task.statusCategory;
  for (const parentId of new Set([before.parentId, task.parentId])) count(state, parentId);
  record(state, before, task, changeId);
  state.undo.set(changeId, () => Object.assign(task, before, { version: task.version + 1 }));
  return { body: { ...task }, headers: { 'X-Change-Id': changeId, ETag: `"${task.version}"` } };
}

/** A rank between two neighbours, long enough for a fake: the lower one with a middle letter behind it. */
function rankFor(state: FakeState, task: Task, status: string, beforeId?: string, afterId?: string): string {
  const others = state.tasks.filter((other) => other.id !== task.id && other.projectId === task.projectId).sort(byRank);
  const lane = others.filter((other) => other.status === status);
  if (!beforeId && !afterId) return `${lane.at(-1)?.rank ?? 'a'}m`;
  const index = others.findIndex((other) => other.id === (beforeId ?? afterId)) + (beforeId ? 0 : 1);
  const low = others[index - 1]?.rank ?? '';
  const high = others[index]?.rank ?? '~';
  const tail = high.startsWith(low) ? `${'0'.repeat(Math.max(1, high.length - low.length))}m` : 'm';
  return low + tail;
}

function move(request: FakeRequest, state: FakeState): FakeAnswer {
  const task = find(state, request.params[0]);
  if (!task) return problem(404, 'task_not_found');
  const status = text(request.body.status) ?? task.status;
  const rank = rankFor(state, task, status, text(request.body.beforeId), text(request.body.afterId));
  return write(state, task, { status, rank });
}

/** What later events changed, as it was before them. */
export function past(state: FakeState, task: Task, asOf: string | null): Partial<Task> {
  const later = (state.history.get(task.id) ?? []).filter((event) => asOf !== null && event.at > asOf).reverse();
  const fields = later.flatMap((event) => Object.entries(event.changes).map(([field, { from }]) => [field, from]));
  return Object.fromEntries(fields);
}

export function create(request: FakeRequest, state: FakeState): FakeAnswer {
  const { body } = request;
  const title = text(body.title)?.trim() ?? '';
  if (!title) {
    return {
      status: 400,
      body: { status: 400, code: 'invalid', detail: '', errors: { title: ['A title is needed.'] } },
    };
  }
  const project = state.projects.find((candidate) => candidate.id === body.projectId);
  if (!project) return problem(404, 'project_not_found');
  const status = text(body.status) ?? 'todo';
  const number = state.nextNumber++;
  const task = buildTask({ ...body, id: crypto.randomUUID(), title, status, number, key: `${project.key}-${number}` });
  task.statusCategory = state.states.find((column) => column.key === status)?.category ?? 'unstarted';
  task.rank = rankFor(state, task, status);
  state.tasks.push(task);
  count(state, task.parentId);
  const changeId = crypto.randomUUID();
  record(state, null, task, changeId);
  return { status: 201, body: { ...task }, headers: { 'X-Change-Id': changeId } };
}

export const taskRoutes: FakeRoute[] = [
  ['GET', /^\/api\/projects\/([^/]+)\/board$/, board],
  ['GET', /^\/api\/tasks$/, listTasks],
  ['GET', /^\/api\/tasks\/count$/, countTasks],
  ['GET', /^\/api\/projects\/([^/]+)\/tasks\/similar$/, similarTasks],
  ['POST', /^\/api\/tasks$/, create],
  ['POST', /^\/api\/tasks\/([^/]+)\/move$/, move],
  [
    'GET',
    /^\/api\/tasks\/([^/]+)\/subtasks$/,
    ({ params }, state) => {
      const parent = find(state, params[0]);
      return page(state.tasks.filter((task) => parent && task.parentId === parent.id).map(card));
    },
  ],
  ['GET', /^\/api\/tasks\/([^/]+)\/difficulty$/, ({ params }, state) => difficulty(find(state, params[0]))],
  ['GET', /^\/api\/tasks\/([^/]+)\/roll-up$/, ({ params }, state) => rollUp(state, find(state, params[0]))],
  [
    'GET',
    /^\/api\/tasks\/([^/]+)$/,
    ({ params, query }, state) => {
      const task = find(state, params[0]);
      if (!task) return problem(404, 'task_not_found');
      return { body: { ...task, ...past(state, task, query.get('asOf')) } };
    },
  ],
  [
    'PATCH',
    /^\/api\/tasks\/([^/]+)$/,
    ({ params, body, headers }, state) => {
      const task = find(state, params[0]);
      if (!task) return problem(404, 'task_not_found');
      const match = headers.get('If-Match');
      if (match && match !== `"${task.version}"`) return problem(412, 'stale_version');
      const refusal = refusalOf(state, task, text(body.status));
      if (refusal) return refusal;
      const { customFields } = body;
      const own = typeof customFields === 'object' ? { customFields: { ...task.customFields, ...customFields } } : {};
      return write(state, task, { ...body, ...own });
    },
  ],
  [
    'DELETE',
    /^\/api\/tasks\/([^/]+)$/,
    ({ params }, state) => {
      const task = find(state, params[0]);
      if (!task) return problem(404, 'task_not_found');
      const changeId = crypto.randomUUID();
      state.tasks = state.tasks.filter((other) => other !== task);
      state.buried.set(task.id, task);
      state.trashedTasks.unshift({
        ...task,
        deletedAt: new Date().toISOString(),
        deletedById: state.users[0]?.id ?? null,
        keptUntil: `${addDays(today(), 30)}T12:00:00Z`,
      });
      state.undo.set(changeId, () => state.tasks.push(task));
      return { headers: { 'X-Change-Id': changeId } };
    },
  ],
  [
    'POST',
    /^\/api\/changes\/([^/]+)\/undo$/,
    ({ params }, state) => {
      const undo = state.undo.get(params[0] ?? '');
      if (!undo) return problem(409, 'undo_conflict');
      undo();
      return { body: {} };
    },
  ],
];
