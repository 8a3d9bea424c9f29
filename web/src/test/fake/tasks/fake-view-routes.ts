import type { SavedView } from '@/api/types';
import { since, uuid } from '@/test/fake/fake-data';
import { type FakeRoute, page, problem } from '@/test/fake/fake-server';

/** One view; name only what the test is about. */
export const buildView = (given: Partial<SavedView> = {}): SavedView => ({
  id: crypto.randomUUID(),
  name: 'A view',
  projectId: uuid(3, 1),
  workspaceId: uuid(2, 1),
  ownerId: uuid(1, 1),
  layout: 'list',
  query: '',
  group: null,
  columns: [],
  visibility: 'private',
  createdAt: since,
  updatedAt: since,
  version: 1,
  ...given,
});

export const viewRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/views$/,
    ({ query }, state) => {
      const isOf = (name: 'projectId' | 'workspaceId', view: SavedView) =>
        !query.get(name) || view[name] === query.get(name);
      return page(state.views.filter((view) => isOf('projectId', view) && isOf('workspaceId', view)));
    },
  ],
  [
    'GET',
    /^\/api\/views\/([^/]+)$/,
    ({ params }, state) => {
      const view = state.views.find(({ id }) => id === params[0]);
      return view ? { body: view } : problem(404, 'view_not_found');
    },
  ],
  [
    'POST',
    /^\/api\/views$/,
    ({ body }, state) => {
      const view = buildView({ projectId: null, ...body });
      state.views.push(view);
      return { status: 201, body: view };
    },
  ],
  [
    'PATCH',
    /^\/api\/views\/([^/]+)$/,
    ({ params, body }, state) => {
      const view = state.views.find(({ id }) => id === params[0]);
      if (!view) return problem(404, 'view_not_found');
      Object.assign(view, body, { version: view.version + 1 });
      return { body: { ...view } };
    },
  ],
  [
    'DELETE',
    /^\/api\/views\/([^/]+)$/,
    ({ params }, state) => {
      state.views = state.views.filter(({ id }) => id !== params[0]);
      return {};
    },
  ],
];
