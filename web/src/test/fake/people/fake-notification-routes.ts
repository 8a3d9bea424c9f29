import { type FakeAnswer, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';

function mark(state: FakeState, id: string | undefined, readAt: string | null): FakeAnswer {
  const item = state.notifications.find((candidate) => candidate.id === id);
  if (!item) return problem(404, 'notification_not_found');
  item.readAt = readAt;
  return { body: { ...item } };
}

/** The inbox, and the people it names. */
export const notificationRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/notifications$/,
    ({ query }, state) =>
      page(query.get('unread') ? state.notifications.filter((item) => item.readAt === null) : state.notifications),
  ],
  [
    'GET',
    /^\/api\/notifications\/count$/,
    (_request, state) => ({ body: { unread: state.notifications.filter((item) => item.readAt === null).length } }),
  ],
  [
    'POST',
    /^\/api\/notifications\/read-all$/,
    (_request, state) => {
      for (const item of state.notifications) item.readAt ??= new Date().toISOString();
      return {};
    },
  ],
  [
    'PUT',
    /^\/api\/notifications\/([^/]+)\/read$/,
    ({ params }, state) => mark(state, params[0], new Date().toISOString()),
  ],
  ['DELETE', /^\/api\/notifications\/([^/]+)\/read$/, ({ params }, state) => mark(state, params[0], null)],
  [
    'GET',
    /^\/api\/users$/,
    ({ query }, state) => {
      const ids = query.get('ids')?.split(',');
      const words = (query.get('query') ?? '').toLowerCase();
      return page(
        state.users.filter((user) => (!ids || ids.includes(user.id)) && user.displayName.toLowerCase().includes(words)),
      );
    },
  ],
];
