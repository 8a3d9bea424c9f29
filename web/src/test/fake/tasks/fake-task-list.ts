import type { Task } from '@/api/types';
import { PRIORITIES } from '@/features/tasks/task-state';
import type { FakeAnswer, FakeRequest } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';
import { readQuery } from '@/test/fake/tasks/fake-query';

const values = (query: URLSearchParams, name: string): string[] => (query.get(name) ?? '').split(',').filter(Boolean);

/** What an order compares; the server puts tasks without a due date last. */
const SORT_VALUE: Record<string, (task: Task) => string | number> = {
  rank: (task) => task.rank,
  priority: (task) => PRIORITIES.length - PRIORITIES.indexOf(task.priority),
  dueAt: (task) => task.dueAt ?? '9999',
  deadlineAt: (task) => task.deadlineAt ?? '9999',
  updatedAt: (task) => task.updatedAt,
  createdAt: (task) => task.createdAt,
  title: (task) => task.title,
};

function sorter(sort: string) {
  const isDescending = sort.startsWith('-');
  const value = SORT_VALUE[sort.replace('-', '')] ?? ((task: Task) => task.rank);
  return (a: Task, b: Task) => {
    const [x, y] = isDescending ? [b, a] : [a, b];
    if (value(x) !== value(y)) return value(x) < value(y) ? -1 : 1;
    return x.id < y.id ? -1 : 1;
  };
}

function matches(task: Task, query: URLSearchParams, me: string): boolean {
  const any = (name: string, value: string) => {
    const wanted = values(query, name);
    return wanted.length === 0 || wanted.includes(value);
  };
  const assignees = values(query, 'assigneeId').map((id) => (id === 'me' ? me : id));
  const isAssigned =
    assignees.length === 0 ||
    task.assigneeIds.some((id) => assignees.includes(id)) ||
    (assignees.includes('none') && task.assigneeIds.length === 0);
  const labels = values(query, 'label').map((name) => name.toLowerCase());
  const before = query.get('dueBefore');
  const after = query.get('dueAfter');
  return (
    any('projectId', task.projectId) &&
    any('status', task.status) &&
    any('statusCategory', task.statusCategory) &&
    any('priority', task.priority) &&
    any('milestoneId', task.milestoneId ?? 'none') &&
    any('parentId', task.parentId ?? 'none') &&
    isAssigned &&
    (labels.length === 0 || task.labels.some((name) => labels.includes(name.toLowerCase()))) &&
    (!before || (task.dueAt !== null && task.dueAt < before)) &&
    (!after || (task.dueAt !== null && task.dueAt > after)) &&
    `${task.key} ${task.title}`.toLowerCase().includes((query.get('q') ?? '').toLowerCase())
  );
}

/** Open tasks that wait for another open one. */
function blockedTasks(state: FakeState): Task[] {
  const isOpen = ({ statusCategory }: Task) => statusCategory !== 'completed' && statusCategory !== 'cancelled';
  const open = new Set(state.tasks.filter(isOpen).map(({ id }) => id));
  const links = state.dependencies.filter(({ type, fromId }) => type === 'blocks' && open.has(fromId));
  return state.tasks.filter((task) => open.has(task.id) && links.some(({ toId }) => toId === task.id));
}

/** What filters and query find, or the answer that the query is none. */
function find({ query }: FakeRequest, state: FakeState): Task[] | FakeAnswer {
  const me = state.users[0]?.id ?? '';
  if (query.get('query') === 'blocked = true') return blockedTasks(state);
  const asked = readQuery(query.get('query') ?? '', me);
  if ('position' in asked) return { status: 400, body: { status: 400, code: 'query_invalid', expected: [], ...asked } };
  const held = state.cycles.find(({ id }) => id === query.get('cycleId'))?.taskIds;
  return state.tasks
    .filter(({ id }) => held?.includes(id) ?? true)
    .filter((task) => matches(task, query, me) && asked.matches(task));
}

/** `GET /api/tasks/count`. */
export function countTasks(request: FakeRequest, state: FakeState): FakeAnswer {
  const found = find(request, state);
  return Array.isArray(found) ? { body: { count: Math.min(found.length, 1000), isMore: found.length > 1000 } } : found;
}

/** `GET /api/projects/{id}/tasks/similar`: here, what begins with the same word. */
export function similarTasks({ params, query }: FakeRequest, state: FakeState): FakeAnswer {
  const start = (title: string) => title.toLowerCase().split(' ')[0];
  const alike = state.tasks.filter(
    (task) =>
      task.projectId === params[0] &&
      task.id !== query.get('exceptId') &&
      start(task.title) === start(query.get('title') ?? ''),
  );
  const items = alike.slice(0, 5).map(({ id, key, title, status, statusCategory }) => ({
    ...{ id, key, title, status, statusCategory },
    similarity: 0.5,
  }));
  return { body: { items, nextCursor: null } };
}

/** `GET /api/tasks`: filters, orders and pages as the server has them; the cursor is simply a position. */
export function listTasks(request: FakeRequest, state: FakeState): FakeAnswer {
  const { query } = request;
  const matching = find(request, state);
  if (!Array.isArray(matching)) return matching;
  const found = matching.sort(sorter(query.get('sort') ?? '-createdAt'));
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit') ?? 50);
  const hasOwn = query.get('fields')?.includes('customFields');
  const items = found
    .slice(from, to)
    .map(({ description: _description, customFields, ...row }) => (hasOwn ? { ...row, customFields } : row));
  return { body: { items, nextCursor: to < found.length ? String(to) : null } };
}
