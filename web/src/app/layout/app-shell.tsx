import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { restoreSession } from '@/api/session';
import { BottomBar } from '@/app/layout/bottom-bar';
import { ConnectionBanner } from '@/app/layout/connection-banner';
import { ShellLayers } from '@/app/layout/shell-layers';
import { Sidebar } from '@/app/layout/sidebar';
import { useLiveConnection } from '@/app/layout/use-live-connection';
import { queryClient } from '@/app/query';
import { openCreateTask, openPalette, openShortcuts } from '@/app/shell-state';
import { favouritesQuery } from '@/features/projects/favourite-queries';
import { projectsQuery, workspacesQuery } from '@/features/projects/project-queries';
import { profileQuery } from '@/features/session/session-queries';
import { useSessionState } from '@/features/session/use-session-state';
import { t } from '@/lib/i18n';
import '@/lib/i18n-rest';
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
  const isOut = state === 'signed_out';

  // The next person on this screen must not see what the last one had loaded.
  useEffect(() => {
    if (isOut) queryClient.clear();
  }, [isOut]);

  if (state === 'restoring') return <div className="shell" aria-busy="true" />;
  if (isOut) return <ToSignIn />;
  if (state === 'unreachable') {
    return (
      <ErrorState
        title={t('session.unreachable')}
        detail={t('session.unreachableText')}
        onRetry={() => void restoreSession()}
      />
    );
  }
  return (
    <QueryClientProvider client={queryClient}>
      <Shell isExpired={state === 'expired'} />
    </QueryClientProvider>
  );
}

function ToSignIn() {
  const router = useRouter();
  // Kept from the first render: the address changes while this is still drawn, and would be wrapped into itself.
  const [next] = useState(() => router.state.location.href);
  return <Navigate to="/sign-in" search={{ next }} replace />;
}

function Shell({ isExpired }: { isExpired: boolean }) {
  const [isSidebarOpen, setIsSidebarOpen] = useState(true);
  const navigate = useNavigate();
  const { data: user } = useQuery(profileQuery);
  useLiveConnection();

  // What every page needs is asked for at once, not one after the other.
  useEffect(() => {
    void queryClient.prefetchQuery(workspacesQuery);
    void queryClient.prefetchQuery(projectsQuery);
    void queryClient.prefetchQuery(favouritesQuery);
  }, []);

  useShortcuts({
    'mod+k': openPalette,
    '/': openPalette,
    'mod+shift+l': () => chooseTheme(isDark() ? 'light' : 'dark'),
    c: openCreateTask,
    '?': openShortcuts,
    '[': () => setIsSidebarOpen((isOpen) => !isOpen),
    'g i': () => void navigate({ to: '/inbox' }),
    'g m': () => void navigate({ to: '/my' }),
    'g s': () => void navigate({ to: '/settings/$section', params: { section: 'profile' } }),
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
          <ConnectionBanner />
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
