import { RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { type Connect, live } from '@/api/live';
import { restoreSession, session } from '@/api/session';
import type { LiveChange } from '@/api/types';
import { Providers } from '@/app/providers';
import { queryClient } from '@/app/query';
import { createAppRouter } from '@/app/router';
import { eventually } from '@/test/eventually';
import { FakeServer } from '@/test/fake/fake-server';

/** The whole client at an address, on a fresh fake server. Find by role and name. */
export async function renderApp(path: string, prepare: (server: FakeServer) => void = () => {}) {
  const server = new FakeServer();
  prepare(server);
  vi.stubGlobal('fetch', server.fetch);
  let hub: Parameters<Connect>[0] | null = null;
  live.connectThrough(async (handlers) => {
    hub = handlers;
    return { start: async () => {}, stop: async () => {}, invoke: async () => undefined };
  });
  queryClient.clear();
  session.end();
  window.history.replaceState(null, '', path);
  await restoreSession();
  const router = createAppRouter();
  const screen = render(
    <Providers>
      <RouterProvider router={router} />
    </Providers>,
  );
  /** What another browser did, as the hub tells it. */
  const tell = (change: LiveChange) =>
    eventually(() => (hub ? hub.changed(change) : Promise.reject(new Error('The hub is not joined yet.'))));
  return { ...screen, router, server, tell, user: userEvent.setup() };
}
