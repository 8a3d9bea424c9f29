import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { restoreSession } from '@/api/session';
import { takeNonce } from '@/app/csp';
import { Providers } from '@/app/providers';
import { createAppRouter } from '@/app/router';
import { watchVersion } from '@/app/watch-version';
import { prepareAnnouncements } from '@/lib/announce';
import { followSystemTheme } from '@/lib/theme';
import '@/styles/index.css';

async function start() {
  // The condition is a constant of the build: the fake never reaches the production bundle.
  if (import.meta.env.MODE === 'fake') (await import('@/test/fake/start-fake')).startFake();

  takeNonce();
  prepareAnnouncements();
  followSystemTheme();
  watchVersion();
  void restoreSession();

  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root.');
  createRoot(root).render(
    <Providers>
      <RouterProvider router={createAppRouter()} />
    </Providers>,
  );
}

void start();
