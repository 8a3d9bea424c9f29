import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { guestRoutes, root } from '@/app/guest-routes';
import { PageError } from '@/app/page-error';
import type {
  CalendarSearch,
  InboxSearch,
  ListSearch,
  PeekSearch,
  TableSearch,
  TimelineSearch,
  TimeSearch,
  ViewSearch,
} from '@/app/search-params';
import { FILTERS, parseSearch, stringifySearch, texts } from '@/app/search-params';

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
  validateSearch: (search): { show?: string } => texts('show')(search),
  component: lazyRouteComponent(() => import('@/app/pages/projects-page'), 'ProjectsPage'),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: (search): InboxSearch => texts('task', 'show')(search),
  component: lazyRouteComponent(() => import('@/app/pages/inbox-page'), 'InboxPage'),
});

const my = createRoute({
  getParentRoute: () => shell,
  path: '/my',
  validateSearch: (search): PeekSearch => texts('task')(search),
  component: lazyRouteComponent(() => import('@/app/pages/my-tasks-page'), 'MyTasksPage'),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/board',
  validateSearch: (search): ViewSearch => texts(...FILTERS)(search),
  component: lazyRouteComponent(() => import('@/app/pages/board-page'), 'BoardPage'),
});

const list = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/list',
  validateSearch: (search): ListSearch => texts(...FILTERS, 'group', 'sort')(search),
  component: lazyRouteComponent(() => import('@/app/pages/list-page'), 'ListPage'),
});

const table = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/table',
  validateSearch: (search): TableSearch => texts(...FILTERS, 'sort', 'cols')(search),
  component: lazyRouteComponent(() => import('@/app/pages/table-page'), 'TablePage'),
});

const calendar = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/calendar',
  validateSearch: (search): CalendarSearch => texts(...FILTERS, 'on', 'zoom', 'tray')(search),
  component: lazyRouteComponent(() => import('@/app/pages/calendar-page'), 'CalendarPage'),
});

const timeline = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/timeline',
  validateSearch: (search): TimelineSearch => texts(...FILTERS, 'zoom', 'plan')(search),
  component: lazyRouteComponent(() => import('@/app/pages/timeline-page'), 'TimelinePage'),
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

const view = createRoute({
  getParentRoute: () => shell,
  path: '/views/$viewId',
  validateSearch: (search): PeekSearch => texts('task')(search),
  component: lazyRouteComponent(() => import('@/app/pages/view-page'), 'ViewPage'),
});

const cycles = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/cycles',
  validateSearch: (search): PeekSearch => texts('task')(search),
  component: lazyRouteComponent(() => import('@/app/pages/cycles-page'), 'CyclesPage'),
});

const releases = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/releases',
  validateSearch: (search): PeekSearch => texts('task')(search),
  component: lazyRouteComponent(() => import('@/app/pages/releases-page'), 'ReleasesPage'),
});

const trash = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/trash',
  component: lazyRouteComponent(() => import('@/app/pages/trash-page'), 'TrashPage'),
});

const projectTime = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/time',
  validateSearch: (search): TimeSearch => texts('period', 'person', 'show', 'state')(search),
  component: lazyRouteComponent(() => import('@/app/pages/project-time-page'), 'ProjectTimePage'),
});

const workload = createRoute({
  getParentRoute: () => shell,
  path: '/p/$key/workload',
  validateSearch: (search): { week?: string } => texts('week')(search),
  component: lazyRouteComponent(() => import('@/app/pages/workload-page'), 'WorkloadPage'),
});

const time = createRoute({
  getParentRoute: () => shell,
  path: '/time',
  validateSearch: (search): { week?: string } => texts('week')(search),
  component: lazyRouteComponent(() => import('@/app/pages/time-page'), 'TimePage'),
});

const goals = createRoute({
  getParentRoute: () => shell,
  path: '/goals',
  component: lazyRouteComponent(() => import('@/app/pages/goals-page'), 'GoalsPage'),
});

const operations = createRoute({
  getParentRoute: () => shell,
  path: '/admin/operations',
  component: lazyRouteComponent(() => import('@/app/pages/operations-page'), 'OperationsPage'),
});

const tree = root.addChildren([
  ...guestRoutes,
  shell.addChildren([
    home,
    inbox,
    my,
    projects,
    board,
    list,
    table,
    calendar,
    timeline,
    task,
    settings,
    projectSettings,
    milestones,
    cycles,
    releases,
    trash,
    view,
    projectTime,
    workload,
    time,
    goals,
    operations,
  ]),
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
