import { project as buildProject } from '@/test/fake/fake-data';
import { type FakeAnswer, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';

function signedIn(state: FakeState): FakeAnswer {
  state.isSignedIn = true;
  return {
    body: { user: state.users[0], accessToken: 'fake', refreshToken: null, tokenType: 'Bearer', expiresIn: 900 },
  };
}

/** Sessions, people, workspaces, projects, notifications. */
export const otherRoutes: FakeRoute[] = [
  [
    'POST',
    /^\/api\/auth\/refresh$/,
    (_request, state) => (state.isSignedIn ? signedIn(state) : problem(401, 'no_session')),
  ],
  [
    'POST',
    /^\/api\/users\/login$/,
    ({ body }, state) => {
      if (body.password === 'slow down') return { ...problem(429, 'throttled'), headers: { 'Retry-After': '30' } };
      return body.password === 'wrong' ? problem(401, 'invalid_credentials') : signedIn(state);
    },
  ],
  [
    'POST',
    /^\/api\/auth\/logout$/,
    (_request, state) => {
      state.isSignedIn = false;
      return {};
    },
  ],
  ['GET', /^\/api\/users\/profile$/, (_request, state) => ({ body: state.users[0] })],
  ['GET', /^\/api\/workspaces$/, (_request, state) => page(state.workspaces)],
  [
    'GET',
    /^\/api\/projects$/,
    ({ query }, state) => page(query.get('state') === 'deleted' ? state.trash : state.projects),
  ],
  [
    'POST',
    /^\/api\/projects$/,
    ({ body }, state) => {
      const name = String(body.name ?? '');
      const key =
        typeof body.key === 'string'
          ? body.key
          : name
              .toUpperCase()
              .replace(/[^A-Z0-9]/g, '')
              .slice(0, 4);
      if (state.projects.some((known) => known.key === key)) return problem(409, 'key_taken', 'That key is taken.');
      const created = buildProject(state.projects.length + 1, key, name, 'oklch(0.64 0.13 330)');
      state.projects.push(created);
      return { status: 201, body: created };
    },
  ],
  ['GET', /^\/api\/projects\/[^/]+\/workflow$/, (_request, state) => ({ body: { states: state.states } })],
  ['GET', /^\/api\/projects\/[^/]+\/labels$/, (_request, state) => page(state.labels)],
  ['GET', /^\/api\/projects\/[^/]+\/members$/, (_request, state) => page(state.members)],
  ['GET', /^\/api\/changes$/, () => ({ body: { items: [], cursor: 'now' } })],
];
