import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { PageError } from '@/app/page-error';
import { parseSearch, stringifySearch } from '@/app/search-params';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

const root = createRootRoute({
  notFoundComponent: lazyRouteComponent(() => import('@/app/pages/not-found-page'), 'NotFoundPage'),
});

type GuestSearch = { next?: string };
const guestSearch = (search: Record<string, unknown>): GuestSearch => ({ next: text(search.next) });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: guestSearch,
  component: lazyRouteComponent(() => import('@/app/pages/sign-in-page'), 'SignInPage'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: guestSearch,
  component: lazyRouteComponent(() => import('@/app/pages/sign-up-page'), 'SignUpPage'),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: lazyRouteComponent(() => import('@/app/pages/forgot-page'), 'ForgotPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset/$token',
  component: lazyRouteComponent(() => import('@/app/pages/reset-page'), 'ResetPage'),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite/$token',
  component: lazyRouteComponent(() => import('@/app/pages/invite-page'), 'InvitePage'),
});

const accountDeleted = createRoute({
  getParentRoute: () => root,
  path: '/account-deleted',
  validateSearch: (search): { follow?: string } => ({ follow: text(search.follow) }),
  component: lazyRouteComponent(() => import('@/app/pages/account-deleted-page'), 'AccountDeletedPage'),
});

const workspaceInvite = createRoute({
  getParentRoute: () => root,
  path: '/workspace-invitations/$token',
  component: lazyRouteComponent(() => import('@/app/pages/workspace-invite-page'), 'WorkspaceInvitePage'),
});

const docs = createRoute({
  getParentRoute: () => root,
  path: '/docs',
  validateSearch: (search): { op?: string } => ({ op: text(search.op) }),
  component: lazyRouteComponent(() => import('@/app/pages/docs-page'), 'DocsPage'),
});

type PeekSearch = { task?: string };
type FilterSearch = { q?: string; assignee?: string; label?: string; priority?: string; due?: string; status?: string };
const peekSearch = (search: Record<string, unknown>): PeekSearch => ({ task: text(search.task) });
const filterSearch = (search: Record<string, unknown>): FilterSearch => ({
  q: text(search.q),
  assignee: text(search.assignee),
  label: text(search.label),
  priority: text(search.priority),
  due: text(search.due),
  status: text(search.status),
});

type QuerySearch = { query?: string };
type ListSearch = PeekSearch & FilterSearch & QuerySearch & { group?: string; sort?: string };
type InboxSearch = PeekSearch & { show?: string };

/** Everything behind the session gate, inside the shell. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: lazyRouteComponent(() => import('@/app/layout/app-shell'), 'AppShell'),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('@/app/pages/home-page'), 'HomePage'),
});

const projects = createRoute({
  getParentRoute: () => shell,
  path: '/projects',
  validateSearch: (search): { show?: string } => ({ show: text(search.show) }),
  component: lazyRouteComponent(() => import('@/app/pages/projects-page'), 'ProjectsPage'),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: (search): InboxSearch => ({ ...peekSearch(search), show: text(search.show) }),
  component: lazyRouteComponent(() => import('@/app/pages/inbox-page'), 'InboxPage'),
});

const my = createRoute({
  getParentRoute: () => shell,
  path: '/my',
  validateSearch: peekSearch,
  component: lazyRouteComponent(() => import('@/app/pages/my-tasks-page'), 'MyTasksPage'),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/board',
  validateSearch: (search): PeekSearch & FilterSearch & QuerySearch => ({
    ...peekSearch(search),
    ...filterSearch(search),
    query: text(search.query),
  }),
  component: lazyRouteComponent(() => import('@/app/pages/board-page'), 'BoardPage'),
});

const list = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/list',
  validateSearch: (search): ListSearch => ({
    ...peekSearch(search),
    ...filterSearch(search),
    query: text(search.query),
    group: text(search.group),
    sort: text(search.sort),
  }),
  component: lazyRouteComponent(() => import('@/app/pages/list-page'), 'ListPage'),
});

const task = createRoute({
  getParentRoute: () => shell,
  path: '/t/$key',
  component: lazyRouteComponent(() => import('@/app/pages/task-page'), 'TaskPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('@/app/pages/settings-page'), 'SettingsPage'),
});

const projectSettings = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/settings/$section',
  component: lazyRouteComponent(() => import('@/app/pages/project-settings-page'), 'ProjectSettingsPage'),
});

const milestones = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/milestones',
  component: lazyRouteComponent(() => import('@/app/pages/milestones-page'), 'MilestonesPage'),
});

const operations = createRoute({
  getParentRoute: () => shell,
  path: '/admin/operations',
  component: lazyRouteComponent(() => import('@/app/pages/operations-page'), 'OperationsPage'),
});

const tree = root.addChildren([
  signIn,
  signUp,
  forgot,
  reset,
  invite,
  accountDeleted,
  workspaceInvite,
  docs,
  shell.addChildren([home, inbox, my, projects, board, list, task, settings, projectSettings, milestones, operations]),
]);

export function createAppRouter() {
  return createRouter({
    routeTree: tree,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    // Loaders are not used: the query cache decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: PageError,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
