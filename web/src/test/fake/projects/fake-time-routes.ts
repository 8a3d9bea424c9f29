import type { TimeSheet } from '@/api/types';
import { mondayOf } from '@/lib/dates';
import { since, uuid } from '@/test/fake/fake-data';
import { type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';

/** One sheet for each person and week with entries, as the server keeps them. */
function sheetsOf(state: FakeState, projectId: string): TimeSheet[] {
  const sheets = new Map<string, TimeSheet>();
  for (const { projectId: of, userId, date, minutes, billable } of state.plans.entries) {
    if (of !== projectId) continue;
    const week = mondayOf(date);
    const id = `${projectId}_${userId}_${week}`;
    const known = sheets.get(id);
    const { state: reached, reason } = state.plans.sheets.get(id) ?? { state: 'open' as const, reason: null };
    const isDecided = reached === 'approved' || reached === 'rejected';
    sheets.set(id, {
      id,
      projectId,
      userId,
      week,
      state: reached,
      minutes: (known?.minutes ?? 0) + minutes,
      billableMinutes: (known?.billableMinutes ?? 0) + (billable ? minutes : 0),
      reason,
      submittedAt: reached === 'open' ? null : since,
      decidedAt: isDecided ? since : null,
      decidedById: isDecided ? (state.users[0]?.id ?? null) : null,
      createdAt: since,
      version: 0,
    });
  }
  return [...sheets.values()];
}

const STEPS = {
  submit: { from: ['open', 'rejected'], to: 'submitted' },
  approve: { from: ['submitted'], to: 'approved' },
  reject: { from: ['submitted'], to: 'rejected' },
  reopen: { from: ['submitted', 'approved', 'rejected'], to: 'open' },
} as const;

const isStep = (name: string): name is keyof typeof STEPS => name in STEPS;

export const timeRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/projects\/([^/]+)\/time-sheets$/,
    ({ params, query }, state) => {
      const userId = query.get('userId') === 'me' ? state.users[0]?.id : query.get('userId');
      const week = query.get('week');
      return page(
        sheetsOf(state, params[0] ?? '').filter(
          (sheet) =>
            (!userId || sheet.userId === userId) &&
            (!week || sheet.week === mondayOf(week)) &&
            (!query.get('state') || sheet.state === query.get('state')),
        ),
      );
    },
  ],
  [
    'POST',
    /^\/api\/projects\/([^/]+)\/time-sheets\/([^/]+)\/(\w+)$/,
    ({ params: [projectId = '', id = '', name = ''], body }, state) => {
      const find = () => sheetsOf(state, projectId).find((sheet) => sheet.id === id);
      const sheet = find();
      if (!sheet || !isStep(name)) return problem(404, 'not_found');
      const { from, to } = STEPS[name];
      if (!from.some((before) => before === sheet.state))
        return problem(422, 'illegal_time_sheet_step', `It is ${sheet.state}.`);
      state.plans.sheets.set(id, { state: to, reason: typeof body.reason === 'string' ? body.reason : null });
      return { body: find() };
    },
  ],
  [
    'GET',
    /^\/api\/projects\/([^/]+)\/rates$/,
    ({ params }, { plans }) => page(plans.rates.filter(({ projectId }) => projectId === params[0])),
  ],
  [
    'POST',
    /^\/api\/projects\/([^/]+)\/rates$/,
    ({ params, body }, { plans }) => {
      const rate = {
        id: uuid(8, plans.rates.length + 1),
        projectId: params[0] ?? '',
        userId: typeof body.userId === 'string' ? body.userId : null,
        amount: Number(body.amount),
        currency: String(body.currency),
        validFrom: String(body.validFrom),
        validUntil: typeof body.validUntil === 'string' ? body.validUntil : null,
        createdAt: since,
        version: 1,
      };
      const isTaken = plans.rates.some(
        ({ userId, validFrom }) => userId === rate.userId && validFrom === rate.validFrom,
      );
      if (isTaken)
        return problem(409, 'rate_exists', 'The project has a rate from that day on already; change that one.');
      plans.rates.push(rate);
      return { status: 201, body: rate };
    },
  ],
  ...(['PUT', 'PATCH'] as const).map(
    (method): FakeRoute => [
      method,
      /^\/api\/projects\/[^/]+\/rates\/([^/]+)$/,
      ({ params, body }, { plans }) => {
        const rate = plans.rates.find(({ id }) => id === params[0]);
        if (!rate) return problem(404, 'not_found');
        Object.assign(rate, body, { version: rate.version + 1 });
        return { body: { ...rate } };
      },
    ],
  ),
  [
    'DELETE',
    /^\/api\/projects\/[^/]+\/rates\/([^/]+)$/,
    ({ params }, { plans }) => {
      plans.rates = plans.rates.filter(({ id }) => id !== params[0]);
      return {};
    },
  ],
];
