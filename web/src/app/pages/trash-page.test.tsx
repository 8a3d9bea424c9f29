import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { addDays, today } from '@/lib/dates';
import { problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

it('lists the deleted tasks of a project, how long they stay, and brings one back', async () => {
  const { user, server } = await renderApp('/p/WEB/trash', ({ state }) => {
    const [task] = state.tasks.splice(0, 1);
    if (!task) return;
    state.buried.set(task.id, task);
    state.trashedTasks.push({
      ...task,
      subtaskCount: 2,
      deletedAt: new Date().toISOString(),
      deletedById: state.users[1]?.id ?? null,
      keptUntil: `${addDays(today(), 12)}T12:00:00Z`,
    });
  });
  expect(await screen.findByText('12 days left')).toBeInTheDocument();
  expect(await screen.findByText(/Deleted by Lin Zhao.*with 2 sub-tasks/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Restore WEB-311/ }));
  expect(await screen.findByText('The trash is empty')).toBeInTheDocument();
  expect(server.task('WEB-311')).toBeDefined();
  expect(await screen.findByText('WEB-311 is back')).toBeInTheDocument();
});

it('says that it could not be loaded', async () => {
  await renderApp('/p/WEB/trash', (server) =>
    server.override('GET', /^\/api\/tasks\/trash$/, () => problem(400, 'broken', 'Broken.')),
  );
  await waitFor(() => expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument());
});
