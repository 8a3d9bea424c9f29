import type { Project } from '@/api/types';
import { type FakeAnswer, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const maybe = (value: unknown, known: string | null): string | null =>
  value === undefined ? known : typeof value === 'string' ? value : null;

function withProject(state: FakeState, id: string | undefined, act: (project: Project) => FakeAnswer): FakeAnswer {
  const project = state.projects.find((candidate) => candidate.id === id);
  return project ? act(project) : problem(404, 'project_not_found');
}

function change(state: FakeState, id: string | undefined, body: Record<string, unknown>): FakeAnswer {
  return withProject(state, id, (project) => {
    const key = text(body.key) || project.key;
    if (state.projects.some((other) => other !== project && other.key === key)) {
      return problem(409, 'key_taken', `${key} is the key of another project here.`);
    }
    Object.assign(project, {
      key,
      name: text(body.name) || project.name,
      description: maybe(body.description, project.description),
      color: maybe(body.color, project.color),
      icon: maybe(body.icon, project.icon),
      startDate: maybe(body.startDate, project.startDate),
      dueDate: maybe(body.dueDate, project.dueDate),
      version: project.version + 1,
    });
    return { body: project };
  });
}

function markFavourite(state: FakeState, id: string, body: Record<string, unknown>): FakeAnswer {
  const others = state.favourites.filter((other) => other !== id);
  const beside = text(body.beforeId) || text(body.afterId);
  const at = others.indexOf(beside) + (body.afterId ? 1 : 0);
  if (beside) state.favourites = others.toSpliced(at, 0, id);
  else if (!state.favourites.includes(id)) state.favourites.push(id);
  return { body: { projectId: id, addedAt: '2026-03-01T09:30:00Z' } };
}

/** One project: its fields, its people, its labels. */
export const projectRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/projects\/favourites$/,
    (_request, state) => page(state.favourites.map((projectId) => ({ projectId, addedAt: '2026-03-01T09:30:00Z' }))),
  ],
  [
    'PUT',
    /^\/api\/projects\/([^/]+)\/favourite$/,
    ({ params, body }, state) => withProject(state, params[0], ({ id }) => markFavourite(state, id, body)),
  ],
  [
    'DELETE',
    /^\/api\/projects\/([^/]+)\/favourite$/,
    ({ params }, state) => {
      state.favourites = state.favourites.filter((id) => id !== params[0]);
      return {};
    },
  ],
  [
    'GET',
    /^\/api\/projects\/([^/]+)$/,
    ({ params }, state) => withProject(state, params[0], (project) => ({ body: project })),
  ],
  ['PATCH', /^\/api\/projects\/([^/]+)$/, ({ params, body }, state) => change(state, params[0], body)],
  [
    'POST',
    /^\/api\/projects\/([^/]+)\/(archive|unarchive)$/,
    ({ params }, state) =>
      withProject(state, params[0], (project) => {
        project.state = params[1] === 'archive' ? 'archived' : 'active';
        return { body: project };
      }),
  ],
  [
    'DELETE',
    /^\/api\/projects\/([^/]+)$/,
    ({ params }, state) =>
      withProject(state, params[0], (project) => {
        state.trash.push(project);
        state.projects = state.projects.filter((other) => other !== project);
        return {};
      }),
  ],
  [
    'POST',
    /^\/api\/projects\/([^/]+)\/restore$/,
    ({ params }, state) => {
      const project = state.trash.find((other) => other.id === params[0]);
      if (!project) return problem(404, 'project_not_found');
      state.trash = state.trash.filter((other) => other !== project);
      state.projects.push(project);
      return { body: project };
    },
  ],
  [
    'POST',
    /^\/api\/projects\/([^/]+)\/transfer$/,
    ({ params, body }, state) =>
      withProject(state, params[0], (project) => {
        for (const member of state.members) {
          if (member.role === 'owner') member.role = 'manager';
          if (member.userId === body.userId) member.role = 'owner';
        }
        project.role = 'manager';
        project.ownerId = text(body.userId);
        return { body: project };
      }),
  ],
  [
    'POST',
    /^\/api\/projects\/([^/]+)\/members$/,
    ({ body }, state) => {
      const email = text(body.email);
      const user = state.users.find((candidate) => candidate.email === email);
      if (user) return problem(409, 'already_member', `${user.displayName} is in the project already.`);
      return {
        status: 201,
        body: { state: 'invited', email, invitationLink: 'http://localhost:8080/invite/wm_inv_4f9b1c7e2a' },
      };
    },
  ],
  [
    'PUT',
    /^\/api\/projects\/[^/]+\/members\/([^/]+)$/,
    ({ params, body }, state) => {
      const member = state.members.find((candidate) => candidate.userId === params[0]);
      if (!member) return problem(404, 'member_not_found');
      if (body.role === 'manager' || body.role === 'contributor' || body.role === 'viewer') member.role = body.role;
      return { body: member };
    },
  ],
  [
    'DELETE',
    /^\/api\/projects\/[^/]+\/members\/([^/]+)$/,
    ({ params }, state) => {
      state.members = state.members.filter((member) => member.userId !== params[0]);
      return {};
    },
  ],
  [
    'POST',
    /^\/api\/projects\/[^/]+\/labels$/,
    ({ body }, state) => {
      const name = text(body.name);
      if (state.labels.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
        return problem(409, 'label_taken', `There is a label ${name} already.`);
      }
      const label = {
        id: `label-${state.labels.length + 1}-${name}`,
        name,
        color: text(body.color),
        group: null,
        exclusive: false,
        version: 1,
      };
      state.labels.push(label);
      return { status: 201, body: label };
    },
  ],
  [
    'PATCH',
    /^\/api\/projects\/[^/]+\/labels\/([^/]+)$/,
    ({ params, body }, state) => {
      const label = state.labels.find((candidate) => candidate.id === params[0]);
      if (!label) return problem(404, 'label_not_found');
      Object.assign(label, { name: text(body.name) || label.name, color: text(body.color) || label.color });
      if (body.group !== undefined) {
        label.group = text(body.group) || null;
        label.exclusive = state.labels.some(
          (other) => other !== label && other.group === label.group && other.exclusive,
        );
      }
      if (typeof body.exclusive === 'boolean') {
        for (const other of state.labels) if (other.group === label.group) other.exclusive = body.exclusive;
      }
      return { body: label };
    },
  ],
  [
    'DELETE',
    /^\/api\/projects\/[^/]+\/labels\/([^/]+)$/,
    ({ params }, state) => {
      state.labels = state.labels.filter((label) => label.id !== params[0]);
      return {};
    },
  ],
];
