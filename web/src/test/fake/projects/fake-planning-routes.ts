import type { TimeEntry } from '@/api/types';
import { today } from '@/lib/dates';
import { since, uuid } from '@/test/fake/fake-data';
import { PLAIN_FIELD } from '@/test/fake/fake-field';
import { type FakeAnswer, type FakeRequest, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';
import { NO_FORECAST } from '@/test/fake/projects/fake-plans';
import { workloadRoutes } from '@/test/fake/projects/fake-workload-routes';

type ListName = 'milestones' | 'fields' | 'entries' | 'allocations' | 'releases';
type Row = { id: string; projectId: string; version: number };
type Defaults = (body: Record<string, unknown>, state: FakeState) => Record<string, unknown>;

let made = 0;

/** List, create, change and remove for one kind of part of a project. */
function part(path: string, name: ListName, defaults: Defaults): FakeRoute[] {
  const one = new RegExp(`^/api/projects/([^/]+)/${path}/([^/]+)$`);
  const all = new RegExp(`^/api/projects/([^/]+)/${path}$`);
  const rows = (state: FakeState): Row[] => state.plans[name];
  const change = ({ params, body }: FakeRequest, state: FakeState): FakeAnswer => {
    const row = rows(state).find((candidate) => candidate.id === params[1]);
    if (!row) return problem(404, 'not_found');
    Object.assign(row, body, { version: row.version + 1 });
    return { body: row };
  };
  return [
    [
      'GET',
      all,
      ({ params, query }, state) =>
        page(
          rows(state).filter((row) => {
            const given = { ...row };
            const isOf = (field: string) => {
              const wanted = query.get(field) === 'me' ? state.users[0]?.id : query.get(field);
              return !wanted || Reflect.get(given, field) === wanted;
            };
            const day: unknown = Reflect.get(given, 'date');
            const [from, to] = [query.get('from') ?? '', query.get('to') ?? '9999'];
            const isWithin = typeof day !== 'string' || (day >= from && day <= to);
            return row.projectId === params[0] && isOf('taskId') && isOf('userId') && isWithin;
          }),
        ),
    ],
    [
      'POST',
      all,
      ({ params, body }, state) => {
        const row = { id: uuid(9, ++made), projectId: params[0] ?? '', createdAt: since, version: 1 };
        const whole = { ...row, ...defaults(body, state), ...body };
        rows(state).push(whole);
        return { status: 201, body: whole };
      },
    ],
    ['PATCH', one, change],
    ['PUT', one, change],
    [
      'DELETE',
      one,
      ({ params }, state) => {
        const index = rows(state).findIndex((row) => row.id === params[1]);
        if (index < 0) return problem(404, 'not_found');
        rows(state).splice(index, 1);
        return {};
      },
    ],
  ];
}

const timed = (state: FakeState): TimeEntry | null => {
  const { timer } = state.plans;
  if (!timer) return null;
  state.plans.timer = null;
  const entry: TimeEntry = {
    id: uuid(9, ++made),
    projectId: timer.projectId,
    taskId: timer.taskId,
    userId: state.users[0]?.id ?? '',
    minutes: 1,
    date: today(),
    note: timer.note,
    billable: false,
    createdAt: since,
    version: 1,
  };
  state.plans.entries.push(entry);
  return entry;
};

/** Workflow, milestones, fields, time and allocations. */
export const planningRoutes: FakeRoute[] = [
  ...workloadRoutes,
  [
    'PUT',
    /^\/api\/projects\/[^/]+\/workflow$/,
    ({ body }, state) => {
      if (Array.isArray(body.states)) state.states = body.states;
      const heirs = new Map(Object.entries(body.mapping ?? {}));
      for (const task of state.tasks) task.status = String(heirs.get(task.status) ?? task.status);
      return { body: { states: state.states, version: 1 } };
    },
  ],
  [
    'GET',
    /^\/api\/projects\/([^/]+)\/milestones\/forecasts$/,
    ({ params }, state) =>
      page(
        state.plans.milestones
          .filter(
            ({ id, projectId, state: own }) =>
              projectId === params[0] && own === 'open' && !state.plans.forecasts.has(id),
          )
          .map(({ id }) => ({ ...NO_FORECAST, milestoneId: id }))
          .concat([...state.plans.forecasts.values()]),
      ),
  ],
  ...part('milestones', 'milestones', () => ({
    description: '',
    startDate: null,
    dueDate: null,
    state: 'open',
    completedAt: null,
    progress: { done: 0, total: 0 },
  })),
  ...part('releases', 'releases', () => ({
    tag: null,
    date: null,
    state: 'planned',
    notes: '',
    milestoneIds: [],
    progress: { done: 0, total: 0 },
  })),
  ...part('custom-fields', 'fields', () => PLAIN_FIELD),
  ...part('time-entries', 'entries', (_body, state) => ({
    taskId: null,
    userId: state.users[0]?.id,
    note: '',
    billable: false,
  })),
  ...part('allocations', 'allocations', () => ({})),
  [
    'POST',
    /^\/api\/tasks\/([^/]+)\/steps$/,
    ({ params, body }, state) => {
      const task = state.tasks.find((candidate) => candidate.id === params[0]);
      if (!task) return problem(404, 'not_found');
      const step = { id: uuid(9, ++made), done: false, assigneeId: null, dueAt: null, required: false };
      const whole = { ...step, title: String(body.title) };
      task.steps = [...task.steps, whole];
      task.version += 1;
      return { status: 201, body: whole };
    },
  ],
  [
    'POST',
    /^\/api\/tasks\/recurrence\/preview$/,
    () => ({ body: { occurrences: ['2026-12-07T12:00:00Z', '2026-12-14T12:00:00Z'] } }),
  ],
  ['GET', /^\/api\/timer$/, (_request, state) => ({ body: { running: state.plans.timer, logged: null } })],
  [
    'POST',
    /^\/api\/timer$/,
    ({ body }, state) => {
      const logged = timed(state);
      state.plans.timer = {
        projectId: String(body.projectId),
        taskId: typeof body.taskId === 'string' ? body.taskId : null,
        note: '',
        startedAt: new Date().toISOString(),
      };
      return { status: 201, body: { running: state.plans.timer, logged } };
    },
  ],
  [
    'POST',
    /^\/api\/timer\/stop$/,
    (_request, state) => {
      const logged = timed(state);
      return logged ? { body: { running: null, logged } } : problem(404, 'not_found');
    },
  ],
  [
    'DELETE',
    /^\/api\/timer$/,
    (_request, state) => {
      state.plans.timer = null;
      return {};
    },
  ],
];
