import { live } from '@/api/live';
import { addExamples } from '@/test/fake/fake-examples';
import { openApi } from '@/test/fake/fake-openapi';
import { FakeServer } from '@/test/fake/fake-server';

/** `npm run dev:fake`: the whole client on an in-memory API, for work on screens without a back end. */
export function startFake() {
  const server = new FakeServer(60);
  addExamples(server.state);
  // Ada runs this installation, so that every page can be worked on.
  for (const user of server.state.users.slice(0, 1)) user.roles = ['administrator', 'user'];
  // For checks in a browser: `fake.state.isSignedIn = false` ends the session, as the server would.
  Object.assign(window, { fake: server });
  const real = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const path = new URL(input instanceof Request ? input.url : String(input), window.location.href).pathname;
    if (path === '/openapi/v1.json') return Promise.resolve(Response.json(openApi));
    return path.startsWith('/api/') ? server.fetch(input, init) : real(input, init);
  };
  live.connectThrough(async () => ({
    start: async () => {},
    stop: async () => {},
    invoke: async () => undefined,
  }));
}
