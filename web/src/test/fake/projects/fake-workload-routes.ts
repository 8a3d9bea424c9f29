import type { DayOff, PersonWorkload, WorkloadWeek } from '@/api/types';
import { addDays, type DateOnly, daysBetween } from '@/lib/dates';
import { since, uuid } from '@/test/fake/fake-data';
import { type FakeRoute, page } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';

let made = 0;

const workdaysIn = (from: DateOnly, to: DateOnly, monday: DateOnly) => {
  const friday = addDays(monday, 4);
  return Math.max(0, daysBetween(from > monday ? from : monday, to < friday ? to : friday) + 1);
};

function weekOf(state: FakeState, userId: string, monday: DateOnly): WorkloadWeek {
  const isReader = userId === state.users[0]?.id;
  const hours = isReader ? state.plans.hoursPerWeek : 40;
  const daysOff = isReader ? state.plans.daysOff : [];
  const timeOffHours = daysOff.reduce((sum, { from, to }) => sum + (workdaysIn(from, to, monday) * hours) / 5, 0);
  const projects = state.plans.allocations
    .filter((allocation) => allocation.userId === userId)
    .map(({ projectId, hoursPerWeek, from, to }) => ({
      projectId,
      hours: (hoursPerWeek * workdaysIn(from, to, monday)) / 5,
    }))
    .filter((part) => part.hours > 0);
  const plannedHours = projects.reduce((sum, part) => sum + part.hours, 0);
  const capacityHours = hours - timeOffHours;
  return { week: monday, capacityHours, timeOffHours, plannedHours, isOver: plannedHours > capacityHours, projects };
}

/** How full the weeks are, and what the reader says about their own time. */
export const workloadRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/projects\/[^/]+\/workload$/,
    ({ query }, state) =>
      page(
        state.users.map<PersonWorkload>(({ id }) => ({
          userId: id,
          hoursPerWeek: id === state.users[0]?.id ? state.plans.hoursPerWeek : 40,
          weeks: Array.from({ length: Number(query.get('weeks')) }, (_, index) =>
            weekOf(state, id, addDays(query.get('from') ?? '', 7 * index)),
          ),
        })),
      ),
  ],
  [
    'GET',
    /^\/api\/capacity$/,
    (_request, { users, plans }) => ({
      body: { userId: users[0]?.id, hoursPerWeek: plans.hoursPerWeek, version: 1 },
    }),
  ],
  [
    'PUT',
    /^\/api\/capacity$/,
    ({ body }, { users, plans }) => {
      plans.hoursPerWeek = Number(body.hoursPerWeek);
      return { body: { userId: users[0]?.id, hoursPerWeek: plans.hoursPerWeek, version: 2 } };
    },
  ],
  ['GET', /^\/api\/time-off$/, (_request, { plans }) => page(plans.daysOff)],
  [
    'POST',
    /^\/api\/time-off$/,
    ({ body }, { users, plans }) => {
      const entry: DayOff = {
        id: uuid(8, ++made),
        userId: users[0]?.id ?? '',
        from: String(body.from),
        to: String(body.to),
        kind: 'vacation',
        part: null,
        createdAt: since,
      };
      plans.daysOff.push(entry);
      return { status: 201, body: entry };
    },
  ],
  [
    'DELETE',
    /^\/api\/time-off\/([^/]+)$/,
    ({ params }, { plans }) => {
      plans.daysOff = plans.daysOff.filter((entry) => entry.id !== params[0]);
      return {};
    },
  ],
];
