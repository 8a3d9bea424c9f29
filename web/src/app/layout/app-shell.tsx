import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { restoreSession } from '@/api/session';
import { BottomBar } from '@/app/layout/bottom-bar';
import { ShellLayers } from '@/app/layout/shell-layers';
import { Sidebar } from '@/app/layout/sidebar';
import { useLiveConnection } from '@/app/layout/use-live-connection';
import { openCreateTask, openPalette, openShortcuts } from '@/app/shell-state';
import { projectsQuery, workspacesQuery } from '@/features/projects/project-queries';
import { profileQuery, useSessionState } from '@/features/session/session-queries';
import { t } from '@/lib/i18n';
import { useShortcuts } from '@/lib/shortcuts';
import { chooseTheme, isDark } from '@/lib/theme';
import { ErrorState } from '@/ui/error-state';
import { TooltipScope } from '@/ui/tooltip-scope';

const SignInOverlay = lazy(() =>
  import('@/app/layout/sign-in-overlay').then((module) => ({ default: module.SignInOverlay })),
);

/** The session gate: pages below it always have a person. */
export function AppShell() {
  const state = useSessionState();
  const address = useRouterState({ select: (router) => router.location.href });
  if (state === 'restoring') return <div className="shell" aria-busy="true" />;
  if (state === 'signed_out') return <Navigate to="/sign-in" search={{ next: address }} replace />;
  if (state === 'unreachable') {
    return (
      <ErrorState
        title={t('session.unreachable')}
        detail={t('session.unreachableText')}
        onRetry={() => void restoreSession()}
      />
    );
  }
  return <Shell isExpired={state === 'expired'} />;
}

function Shell({ isExpired }: { isExpired: boolean }) {
  const [isSidebarOpen, setIsSidebarOpen] = useState(true);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { data: user } = useQuery(profileQuery);
  useLiveConnection();

  // What every page needs is asked for at once, not one after the other.
  useEffect(() => {
    void queryClient.prefetchQuery(workspacesQuery);
    void queryClient.prefetchQuery(projectsQuery);
  }, [queryClient]);

  useShortcuts({
    'mod+k': openPalette,
    'mod+shift+l': () => chooseTheme(isDark() ? 'light' : 'dark'),
    c: openCreateTask,
    '?': openShortcuts,
    '[': () => setIsSidebarOpen((isOpen) => !isOpen),
    'g p': () => void navigate({ to: '/projects' }),
  });

  return (
    <TooltipScope>
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <div className="shell" data-sidebar={isSidebarOpen ? 'open' : 'closed'}>
        <Sidebar />
        <main id="content" className="sheet" tabIndex={-1}>
          <Outlet />
        </main>
        <BottomBar />
      </div>
      <ShellLayers />
      {isExpired && (
        <Suspense>
          <SignInOverlay email={user?.email} />
        </Suspense>
      )}
    </TooltipScope>
  );
}
