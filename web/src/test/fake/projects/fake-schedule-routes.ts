import type { Task, WorkCalendar } from '@/api/types';
import { addDays, dayOf } from '@/lib/dates';
import { uuid } from '@/test/fake/fake-data';
import { type FakeAnswer, type FakeRequest, type FakeRoute, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';
import { find, write } from '@/test/fake/tasks/fake-task-routes';

export const buildCalendar = (): WorkCalendar => ({
  projectId: uuid(3, 1),
  timeZone: 'Europe/Lisbon',
  holidays: [],
  week: [{ day: 'monday', hours: [{ from: '09:00', to: '17:00' }] }],
  version: 0,
});

const behind = (state: FakeState, id: string) =>
  state.dependencies
    .filter(({ type, fromId }) => type === 'blocks' && fromId === id)
    .flatMap(({ toId }) => find(state, toId) ?? []);

/** Whatever has a deadline passes it. */
const passedBy = (state: FakeState, task: Task) =>
  [task, ...behind(state, task.id)].flatMap(({ id, key, title, deadlineAt }) =>
    deadlineAt ? { taskId: id, key, title, deadlineAt, minutes: 60 } : [],
  );

/** Everything behind a task moves by a day. */
function offer({ params, query }: FakeRequest, state: FakeState): FakeAnswer {
  const task = find(state, params[0]);
  if (!task) return problem(404, 'task_not_found');
  const later = (value: string | null) => value && addDays(dayOf(value), 1);
  const shifts = behind(state, task.id).map((other) => ({
    taskId: other.id,
    key: other.key,
    title: other.title,
    minutes: 480,
    earliestStart: '2026-01-01T09:00:00Z',
    earliestFinish: '2026-01-01T17:00:00Z',
    startAt: later(other.startAt),
    dueAt: later(other.dueAt),
  }));
  return {
    body: {
      taskId: task.id,
      startAt: query.get('startAt'),
      dueAt: task.dueAt,
      shifts,
      conflicts: [],
      passedDeadlines: passedBy(state, task),
    },
  };
}

function reschedule({ params, body }: FakeRequest, state: FakeState): FakeAnswer {
  const task = find(state, params[0]);
  if (!task) return problem(404, 'task_not_found');
  write(state, task, { startAt: String(body.startAt) });
  const others = behind(state, task.id);
  for (const other of others) write(state, other, { dueAt: other.dueAt && addDays(dayOf(other.dueAt), 1) });
  return { body: { changeId: crypto.randomUUID(), tasks: [task, ...others], passedDeadlines: [] } };
}

export const scheduleRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/projects\/([^/]+)\/schedule$/,
    ({ params }, state) => {
      const moment = '2026-01-01T09:00:00Z';
      const tasks = state.tasks.map(({ id, key, deadlineAt }, index) => ({
        id,
        key,
        earliestStart: moment,
        earliestFinish: moment,
        latestStart: moment,
        latestFinish: moment,
        slackMinutes: index * 60,
        lateMinutes: 0,
        critical: index === 0,
        levelledStart: null,
        levelledFinish: null,
        deadlineAt,
        missedMinutes: deadlineAt ? 60 : 0,
        levelledMissedMinutes: null,
      }));
      const path = tasks.slice(0, 1).map(({ id }) => id);
      return {
        body: {
          projectId: params[0],
          start: moment,
          finish: moment,
          levelledFinish: null,
          criticalPath: path,
          missedDeadlines: tasks.flatMap(({ id, missedMinutes }) => (missedMinutes > 0 ? id : [])),
          tasks,
        },
      };
    },
  ],
  ['GET', /^\/api\/tasks\/([^/]+)\/reschedule$/, offer],
  ['POST', /^\/api\/tasks\/([^/]+)\/reschedule$/, reschedule],
  ['GET', /^\/api\/projects\/([^/]+)\/calendar$/, (_request, state) => ({ body: state.calendar })],
  [
    'PUT',
    /^\/api\/projects\/([^/]+)\/calendar$/,
    ({ body }, state) => {
      state.calendar = { ...state.calendar, ...body, version: state.calendar.version + 1 };
      return { body: state.calendar };
    },
  ],
];
