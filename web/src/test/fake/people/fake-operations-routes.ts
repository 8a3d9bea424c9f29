import type { DeadLetter } from '@/api/operations-types';
import { type FakeAnswer, type FakeRequest, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';

const isOpen = (letter: DeadLetter) => letter.state === 'open';

function groups(state: FakeState): FakeAnswer {
  const open = state.letters.filter(isOpen);
  const items = [...new Set(open.map((letter) => letter.fingerprint))].map((fingerprint) => {
    const letters = open.filter((letter) => letter.fingerprint === fingerprint);
    const deaths = letters.map((letter) => letter.diedAt).sort();
    return {
      fingerprint,
      service: letters[0]?.service,
      count: letters.length,
      firstDiedAt: deaths[0],
      lastDiedAt: deaths.at(-1),
      types: [...new Set(letters.map((letter) => letter.type))],
      example: letters[0],
    };
  });
  return { body: { items, unreachable: [] } };
}

function list({ query }: FakeRequest, state: FakeState): FakeAnswer {
  const found = state.letters.filter((letter) => isOpen(letter) && letter.fingerprint === query.get('fingerprint'));
  const start = Number(query.get('cursor') ?? 0);
  const end = start + Number(query.get('limit') ?? 50);
  return {
    body: { items: found.slice(start, end), nextCursor: end < found.length ? String(end) : null, unreachable: [] },
  };
}

function details({ params, query }: FakeRequest, state: FakeState): FakeAnswer {
  const letter = state.letters.find((candidate) => candidate.id === params[0]);
  if (!letter) return problem(404, 'not_found');
  const isWhole = query.get('payload') === 'true';
  const event = {
    id: letter.messageId,
    type: letter.type,
    source: letter.source,
    at: letter.firstSeenAt,
    actorId: state.users[0]?.id ?? null,
    changeId: null,
    correlationId: 'board-7f3a',
    causationId: null,
    traceParent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  };
  const payload = { task: { id: letter.partitionKey.split(':')[1], title: isWhole ? 'Bake the bread' : '•••' } };
  return { body: { ...letter, event, isMasked: !isWhole, payload } };
}

function close(letters: readonly DeadLetter[], change: Partial<DeadLetter>) {
  for (const letter of letters) Object.assign(letter, change);
  return letters.length;
}

const chosen = ({ body }: FakeRequest, state: FakeState) =>
  state.letters.filter((letter) => isOpen(letter) && JSON.stringify(body.filter ?? {}).includes(letter.fingerprint));

function one(request: FakeRequest, state: FakeState, change: Partial<DeadLetter>): FakeAnswer {
  const letter = state.letters.find((candidate) => candidate.id === request.params[0]);
  if (!letter) return problem(404, 'not_found');
  if (!isOpen(letter)) return problem(409, 'dead_letter_not_open', 'The dead letter is resolved.');
  Object.assign(letter, change);
  return { body: letter };
}

/** Queues, health and dead letters, for administrators. */
export const operationsRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/operations\/queues$/,
    (_request, state) =>
      page(
        state.queues.map((queue) => ({
          ...queue,
          deadLetters: state.letters.filter((letter) => isOpen(letter) && letter.service === queue.service).length,
        })),
      ),
  ],
  [
    'GET',
    /^\/api\/operations\/services$/,
    (_request, state) =>
      page(
        state.queues.map(({ service, isReachable }) => ({
          name: service,
          status: isReachable ? 'up' : 'down',
          processes: isReachable ? 1 : 0,
          isHere: true,
        })),
      ),
  ],
  [
    'GET',
    /^\/api\/operations\/sagas$/,
    ({ query }, state) => ({
      body: {
        items: state.sagas.filter((saga) => saga.isStuck || query.get('isStuck') !== 'true'),
        nextCursor: null,
        unreachable: [],
      },
    }),
  ],
  [
    'POST',
    /^\/api\/operations\/sagas\/([^/]+)\/resume$/,
    ({ params }, state) => {
      const saga = state.sagas.find((candidate) => candidate.id === params[0]);
      if (!saga) return problem(404, 'not_found');
      if (!saga.isStuck) return problem(409, 'saga_not_stuck', 'The workflow has gone on meanwhile.');
      Object.assign(saga, { isStuck: false, reason: null });
      return { body: saga };
    },
  ],
  ['GET', /^\/api\/operations\/dead-letters\/groups$/, (_request, state) => groups(state)],
  ['GET', /^\/api\/operations\/dead-letters$/, list],
  ['GET', /^\/api\/operations\/dead-letters\/([^/]+)$/, details],
  [
    'POST',
    /^\/api\/operations\/dead-letters\/replay$/,
    (request, state) => {
      const letters = chosen(request, state);
      const replayed = close(
        letters.filter((letter) => !letter.needsForce),
        { state: 'replaying' },
      );
      return { body: { replayed, tooOld: letters.length - replayed, hasMore: false, unreachable: [] } };
    },
  ],
  [
    'POST',
    /^\/api\/operations\/dead-letters\/discard$/,
    (request, state) => ({
      body: { discarded: close(chosen(request, state), { state: 'discarded' }), hasMore: false, unreachable: [] },
    }),
  ],
  [
    'POST',
    /^\/api\/operations\/dead-letters\/([^/]+)\/replay$/,
    (request, state) => one(request, state, { state: 'replaying' }),
  ],
  [
    'POST',
    /^\/api\/operations\/dead-letters\/([^/]+)\/discard$/,
    (request, state) => one(request, state, { state: 'discarded', note: String(request.body.reason) }),
  ],
];
