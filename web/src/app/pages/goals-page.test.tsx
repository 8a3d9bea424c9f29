import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { buildGoal } from '@/test/fake-goal-routes';
import { renderApp } from '@/test/render-app';

it('makes a goal, links a project, and removes the goal', async () => {
  const { user, server } = await renderApp('/goals');
  await user.click(await screen.findByRole('button', { name: 'Add a goal' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add a goal' });
  await user.type(within(dialog).getByLabelText('Name'), 'Open');
  await user.click(within(dialog).getByRole('button', { name: 'Linked projects' }));
  await user.click(await screen.findByRole('option', { name: 'New office' }));
  await user.keyboard('{Escape}');
  await user.click(within(dialog).getByRole('button', { name: 'Add a goal' }));
  expect(await screen.findByRole('heading', { name: 'Open' })).toBeInTheDocument();
  const linked = server.state.projects.find((project) => project.name === 'New office');
  expect(server.state.goals[0]).toMatchObject({ name: 'Open', projectIds: [linked?.id], parentId: null });

  await user.click(screen.getByRole('button', { name: 'Remove the goal Open' }));
  await user.click(await screen.findByRole('button', { name: 'Remove the goal' }));
  await waitFor(() => expect(server.state.goals).toHaveLength(0));
  expect(await screen.findByText('No goals yet')).toBeInTheDocument();
});

it('shows how far goals are, and to a guest nothing to change', async () => {
  const top = buildGoal({ name: 'Grow', progress: { done: 3, total: 8, percent: 37 }, hiddenLinkCount: 2 });
  await renderApp('/goals', ({ state }) => {
    for (const workspace of state.workspaces) workspace.role = 'guest';
    state.goals = [buildGoal({ name: 'Bake', parentId: top.id, progress: null }), top];
  });
  expect(await screen.findByRole('progressbar', { name: 'Grow: 3 of 8 tasks done' })).toHaveAttribute(
    'aria-valuenow',
    '37',
  );
  expect(screen.getByText('2 more links')).toBeInTheDocument();
  expect(screen.getByText('Progress is not known now')).toBeInTheDocument();
  const names = within(screen.getByRole('main')).getAllByRole('heading', { level: 2 });
  expect(names.map((heading) => heading.textContent)).toEqual(['Grow', 'Bake']);
  expect(screen.queryByRole('button', { name: /the goal/ })).toBeNull();
  expect(await screen.findByRole('link', { name: 'Goals' })).toHaveAttribute('href', '/goals');
});
