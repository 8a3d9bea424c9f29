import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { texts } from '@/app/search-params';

export const root = createRootRoute({
  notFoundComponent: lazyRouteComponent(() => import('@/app/pages/not-found-page'), 'NotFoundPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => texts('next')(search),
  component: lazyRouteComponent(() => import('@/app/pages/sign-in-page'), 'SignInPage'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: (search): { next?: string } => texts('next')(search),
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
  validateSearch: (search): { follow?: string } => texts('follow')(search),
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
  validateSearch: (search): { op?: string } => texts('op')(search),
  component: lazyRouteComponent(() => import('@/app/pages/docs-page'), 'DocsPage'),
});

/** What strangers see, outside the shell. */
export const guestRoutes = [signIn, signUp, forgot, reset, invite, accountDeleted, workspaceInvite, docs] as const;
