import { beforeEach, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/api-error';
import { api, send, toUrl } from '@/api/client';
import { session } from '@/api/session';
import { eventually } from '@/test/eventually';
import { FakeServer, problem } from '@/test/fake/fake-server';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  vi.stubGlobal('fetch', server.fetch);
  session.end();
});

const sent = (path: string) => server.requests.filter((request) => request.path === path);

it('names the client, the tab, the version and an idempotency key', async () => {
  await send('POST', '/api/tasks', { body: {} }).catch(() => undefined);
  const task = server.state.tasks[0];
  await api.patch(`/api/tasks/${task?.id}`, { body: { title: 'New' }, version: 1 });
  const [post] = sent('/api/tasks');
  expect(post?.headers.get('X-Waymark-Client')).toBe('web');
  expect(post?.headers.get('X-Client-Id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(post?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  expect(server.requests.at(-1)?.headers.get('If-Match')).toBe('"1"');
});

it('gives the change id of a write', async () => {
  const answer = await send('PATCH', `/api/tasks/${server.state.tasks[0]?.id}`, { body: { title: 'New' } });
  expect(answer.changeId).toMatch(/^[0-9a-f-]{36}$/);
});

it('turns a problem into an ApiError with its fields and trace', async () => {
  const fault = await api.post('/api/tasks', { body: { title: ' ' } }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(ApiError);
  expect(fault).toMatchObject({ status: 400, code: 'invalid', errors: { title: ['A title is needed.'] } });
});

it('renews the session once for several refused requests and repeats them with the same key', async () => {
  let refusals = 2;
  server.override('POST', /^\/api\/tasks$/, () =>
    refusals-- > 0 ? problem(401, 'token_expired') : { status: 201, body: {} },
  );
  await Promise.all([api.post('/api/tasks', { body: {} }), api.post('/api/tasks', { body: {} })]);
  expect(sent('/api/auth/refresh')).toHaveLength(1);
  const keys = sent('/api/tasks').map((request) => request.headers.get('Idempotency-Key'));
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(2);
});

it('asks again when another tab was refreshing', async () => {
  let races = 1;
  server.override('POST', /refresh$/, (_request, state) =>
    races-- > 0
      ? problem(409, 'refresh_raced')
      : { body: { user: state.users[0], accessToken: 't', refreshToken: null, tokenType: 'Bearer', expiresIn: 900 } },
  );
  server.override('GET', /profile$/, ({ headers }) =>
    headers.get('Authorization') ? { body: {} } : problem(401, 'none'),
  );
  await api.get('/api/users/profile');
  expect(session.state()).toBe('signed_in');
  expect(sent('/api/auth/refresh')).toHaveLength(2);
});

it('waits while the person signs in again, then goes on', async () => {
  server.state.isSignedIn = false;
  const answer = { accessToken: 'again', refreshToken: null, tokenType: 'Bearer', expiresIn: 900 };
  const user = server.state.users[0];
  if (!user) throw new Error('The fake has people.');
  session.begin({ ...answer, user });
  server.override('GET', /profile$/, ({ headers }) =>
    headers.get('Authorization') === 'Bearer back' ? { body: user } : problem(401, 'none'),
  );
  const waiting = api.get('/api/users/profile');
  await eventually(() => expect(session.state()).toBe('expired'));
  session.begin({ ...answer, user, accessToken: 'back' });
  await expect(waiting).resolves.toMatchObject({ id: user.id });
});

it('leaves empty values out of addresses and joins lists', () => {
  expect(toUrl('/api/tasks', { q: '', status: ['todo', 'done'], limit: 5, cursor: null })).toBe(
    '/api/tasks?status=todo%2Cdone&limit=5',
  );
});
