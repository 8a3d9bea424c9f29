import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { closeLayer } from '@/app/shell-state';
import { type FakeServer, problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

// The parts that are loaded late take their time on a busy machine.
beforeAll(async () => {
  await Promise.all([import('@/app/pages/task-page-peek'), import('@/features/quick-add/create-task-dialog')]);
}, 60_000);

afterEach(closeLayer);

const asked = (server: FakeServer) =>
  server.requests.filter(({ path }) => path.endsWith('/tasks/similar')).map(({ query }) => query.get('title'));

async function openDialog(prepare?: (server: FakeServer) => void) {
  const app = await renderApp('/p/WEB/list', prepare);
  await screen.findByRole('row', { name: /^WEB-311:/ });
  await app.user.keyboard('c');
  return { ...app, field: await screen.findByRole('textbox', { name: 'Title' }) };
}

it('shows what is there already under such a title, and opens it', async () => {
  const { user, router, server, field } = await openDialog();
  await user.type(field, 'Gift vouchers !high');
  const found = await screen.findByRole('button', { name: /Gift notes accept emoji and line breaks/ });
  expect(found).toHaveTextContent(/^WEB-308Gift.*To do$/);
  expect(screen.getByText('This looks like a task that is there:')).toHaveAttribute('role', 'status');
  // Not letter by letter, and not what was read as something else.
  expect(asked(server).at(-1)).toBe('Gift vouchers');
  expect(asked(server).length).toBeLessThan(5);

  await user.keyboard('{ArrowDown}');
  expect(found).toHaveFocus();
  await user.keyboard('{ArrowUp}');
  expect(field).toHaveFocus();
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ task: 'WEB-308' }));
  expect(screen.queryByRole('dialog', { name: 'New task' })).not.toBeInTheDocument();
  expect(server.requests.some(({ method, path }) => method === 'POST' && path === '/api/tasks')).toBe(false);
});

it('asks for no title of fewer than four letters, and stands in nobody’s way when the answer fails', async () => {
  const { user, server, field } = await openDialog((fake) =>
    fake.override('GET', /tasks\/similar$/, () => problem(503, 'unavailable')),
  );
  await user.type(field, 'Gif -!');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(asked(server)).toEqual([]);
  await user.clear(field);
  await user.type(field, 'Gift cards');
  await waitFor(() => expect(asked(server)).toContain('Gift cards'));
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/WEB-\d+ created/)).toBeInTheDocument();
});

it('shows them while a task is renamed, not the task itself, and walking there saves nothing', async () => {
  const { user, server, router } = await renderApp('/p/WEB/board?task=WEB-311');
  const field = await screen.findByRole('textbox', { name: 'Title' });
  await user.clear(field);
  await user.type(field, 'Let us give gifts');
  await screen.findByRole('button', { name: /Let a product belong/ });
  expect(within(screen.getByRole('list', { name: 'Similar tasks' })).queryByText('WEB-311')).not.toBeInTheDocument();
  await user.clear(field);
  await user.type(field, 'Gift ideas');
  await screen.findByRole('button', { name: /Gift notes/ });
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ task: 'WEB-308' }));
  expect(server.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  expect(server.task('WEB-311').title).toMatch(/^Let shoppers/);
});
