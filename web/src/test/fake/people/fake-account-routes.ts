import { type FakeAnswer, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';
import { invitation, workspaceInvitation } from '@/test/fake/people/fake-account-state';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const faulty = (field: string, message: string): FakeAnswer => ({
  status: 400,
  body: { status: 400, code: 'invalid', title: 'invalid', detail: message, errors: { [field]: [message] } },
});

function passwordFault(password: string, field: string): FakeAnswer | null {
  if (password.length < 8) return faulty(field, 'A password needs at least 8 characters.');
  if (/^password/i.test(password)) return faulty(field, 'This password is among the most common ones. Choose another.');
  return null;
}

function register(body: Record<string, unknown>, state: FakeState): FakeAnswer {
  const email = text(body.email);
  const fault = passwordFault(text(body.password), 'password');
  if (fault) return fault;
  if (email === 'ada@example.com') return problem(409, 'email_taken', 'This address has an account already.');
  const first = state.users[0];
  if (!first) return problem(500, 'no_users');
  const roles = email.startsWith('first') ? ['administrator'] : [];
  state.users[0] = { ...first, email, displayName: text(body.displayName), roles };
  state.isSignedIn = true;
  return {
    status: 201,
    body: { user: state.users[0], accessToken: 'fake', refreshToken: null, tokenType: 'Bearer', expiresIn: 900 },
  };
}

/** Accounts, sessions, invitations, workspaces. */
export const accountRoutes: FakeRoute[] = [
  ['POST', /^\/api\/users\/register$/, ({ body }, state) => register(body, state)],
  ['POST', /^\/api\/auth\/password\/forgot$/, () => ({ status: 202, body: {} })],
  [
    'POST',
    /^\/api\/auth\/password\/reset$/,
    ({ body }) =>
      body.token === 'old'
        ? problem(400, 'invalid_token', 'This link is used up or too old.')
        : (passwordFault(text(body.password), 'password') ?? {}),
  ],
  [
    'POST',
    /^\/api\/auth\/password\/change$/,
    ({ body }) =>
      body.currentPassword === 'wrong'
        ? problem(403, 'invalid_credentials', 'The current password is wrong.')
        : (passwordFault(text(body.newPassword), 'newPassword') ?? {}),
  ],
  [
    'POST',
    /^\/api\/auth\/email\/change$/,
    ({ body }, state) => {
      const first = state.users[0];
      if (first) state.users[0] = { ...first, email: text(body.email) };
      return {};
    },
  ],
  [
    'DELETE',
    /^\/api\/users\/account$/,
    ({ body }) =>
      body.password === 'wrong'
        ? problem(403, 'wrong_password', 'The password is wrong.')
        : {
            status: 202,
            body: { state: 'running', requestedAt: '2026-03-02T10:00:00Z', completedAt: null },
            headers: { Location: '/api/users/account/erasure/wme_fake' },
          },
  ],
  [
    'GET',
    /^\/api\/users\/account\/erasure\/wme_fake$/,
    () => ({
      body: { state: 'completed', requestedAt: '2026-03-02T10:00:00Z', completedAt: '2026-03-02T10:00:02Z' },
    }),
  ],
  ['GET', /^\/api\/auth\/sessions$/, (_request, state) => page(state.sessions)],
  [
    'DELETE',
    /^\/api\/auth\/sessions\/([^/]+)$/,
    ({ params }, state) => {
      state.sessions = state.sessions.filter((session) => session.id !== params[0]);
      return {};
    },
  ],
  [
    'PUT',
    /^\/api\/users\/profile$/,
    ({ body }, state) => {
      const first = state.users[0];
      if (!first) return problem(404, 'user_not_found');
      if (text(body.displayName) === 'Nobody') return faulty('displayName', 'That name is reserved.');
      state.users[0] = {
        ...first,
        displayName: text(body.displayName) || first.displayName,
        locale: text(body.locale) || first.locale,
        timeZone: text(body.timeZone) || first.timeZone,
        version: first.version + 1,
      };
      return { body: state.users[0] };
    },
  ],
  [
    'GET',
    /^\/api\/invitations\/([^/]+)$/,
    ({ params }) => (params[0] === 'gone' ? problem(404, 'invitation_not_found') : { body: invitation }),
  ],
  [
    'POST',
    /^\/api\/invitations\/([^/]+)\/accept$/,
    (_request, state) => (state.isSignedIn ? { body: state.projects[1] } : problem(401, 'unauthenticated')),
  ],
  [
    'GET',
    /^\/api\/workspace-invitations\/([^/]+)$/,
    ({ params }) => (params[0] === 'gone' ? problem(404, 'invitation_not_found') : { body: workspaceInvitation }),
  ],
  [
    'POST',
    /^\/api\/workspace-invitations\/([^/]+)\/accept$/,
    (_request, state) => {
      if (!state.isSignedIn) return problem(401, 'unauthenticated');
      const [first] = state.workspaces;
      if (!first) return problem(404, 'workspace_not_found');
      const joined = { ...first, id: 'w-joined', name: workspaceInvitation.workspaceName, role: 'member' as const };
      state.workspaces.push(joined);
      return { body: joined };
    },
  ],
  [
    'POST',
    /^\/api\/workspaces$/,
    ({ body }, state) => {
      const first = state.workspaces[0];
      if (!first) return problem(404, 'workspace_not_found');
      const created = { ...first, id: `w${state.workspaces.length}`, name: text(body.name), memberCount: 1 };
      state.workspaces.push(created);
      return { status: 201, body: created };
    },
  ],
  [
    'PUT',
    /^\/api\/workspaces\/([^/]+)$/,
    ({ params, body }, state) => {
      const known = state.workspaces.find((workspace) => workspace.id === params[0]);
      if (!known) return problem(404, 'workspace_not_found');
      known.name = text(body.name) || known.name;
      return { body: known };
    },
  ],
  [
    'GET',
    /^\/api\/workspaces\/([^/]+)\/members$/,
    (_request, state) =>
      page(
        state.members.map((member, index) => ({
          ...member,
          role: index === 0 ? 'owner' : index === 1 ? 'admin' : 'member',
        })),
      ),
  ],
];
