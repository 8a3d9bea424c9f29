import { beforeEach, expect, it, vi } from 'vitest';
import { backOff, type Connect, Live } from '@/api/live';
import { clientId } from '@/api/session';
import type { LiveChange } from '@/api/types';
import { eventually } from '@/test/eventually';
import { FakeServer, problem } from '@/test/fake/fake-server';

const change = (given: Partial<LiveChange> = {}): LiveChange => ({
  type: 'task.updated',
  subject: { kind: 'task', id: 't1' },
  version: 2,
  at: '2026-11-20T12:00:00Z',
  actorId: null,
  changeId: null,
  clientId: null,
  changes: null,
  projectId: 'p1',
  taskId: null,
  ...given,
});

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
  vi.stubGlobal('fetch', server.fetch);
});

function hub() {
  const invoked: string[][] = [];
  const handlers: Parameters<Connect>[0][] = [];
  const connect: Connect = async (given) => {
    handlers.push(given);
    return {
      start: async () => {},
      stop: async () => {},
      invoke: async (...args) => {
        invoked.push(args);
      },
    };
  };
  return { connect, invoked, last: () => handlers.at(-1) };
}

it('watches a subject once for several screens and passes on changes, except its own echoes', async () => {
  const { connect, invoked, last } = hub();
  const live = new Live(connect);
  const seen: LiveChange[] = [];
  live.listen({ changed: (item) => seen.push(item) });
  const first = live.watch('project', 'p1');
  const second = live.watch('project', 'p1');
  live.start();
  await eventually(() => expect(invoked).toContainEqual(['Watch', 'project', 'p1']));
  last()?.changed(change());
  last()?.changed(change({ clientId }));
  expect(seen).toHaveLength(1);
  first();
  expect(invoked.filter(([method]) => method === 'Unwatch')).toHaveLength(0);
  second();
  expect(invoked.at(-1)).toEqual(['Unwatch', 'project', 'p1']);
});

it('catches up after a reconnect, and loads again when the cursor is too old', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const { connect, last } = hub();
  const live = new Live(connect);
  const seen: LiveChange[] = [];
  const reset = vi.fn();
  live.listen({ changed: (item) => seen.push(item), reset });
  live.watch('project', 'p1');
  live.start();
  const asked = () => server.requests.filter((request) => request.path === '/api/changes').length;
  await eventually(() => expect(asked()).toBe(1));

  server.override('GET', /changes$/, ({ query }) => ({
    body: { items: query.get('since') ? [change()] : [], cursor: 'c2' },
  }));
  last()?.closed();
  await eventually(() => expect(seen).toHaveLength(1));

  server.override('GET', /changes$/, () => problem(410, 'cursor_expired'));
  last()?.closed();
  await eventually(() => expect(reset).toHaveBeenCalled());
  await live.stop();
});

it('backs off from half a second to thirty, with jitter', () => {
  expect(backOff(0, 1)).toBe(500);
  expect(backOff(0, 0)).toBe(250);
  expect(backOff(20, 1)).toBe(30_000);
});
