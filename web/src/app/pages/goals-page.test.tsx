import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { buildGoal } from '@/test/fake/projects/fake-goal-routes';
import { renderApp } from '@/test/render-app';

it('makes a goal, links a project, and removes the goal', async () => {
  const { user, server } = await renderApp('/goals', ({ state }) => {
    const [project] = state.projects;
    state.plans.milestones.push({
      id: 'm1',
      projectId: project?.id ?? '',
      name: 'Beta',
      description: '',
      startDate: null,
      dueDate: null,
      state: 'open',
      completedAt: null,
      progress: { done: 0, total: 0 },
      createdAt: '2026-01-05T08:00:00Z',
      version: 1,
    });
  });
  await user.click(await screen.findByRole('button', { name: 'Add a goal' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add a goal' });
  await user.type(within(dialog).getByLabelText('Name'), 'Open');
  await user.click(within(dialog).getByRole('button', { name: 'Linked projects' }));
  await user.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'New office' }));
  await user.keyboard('{Escape}');
  await user.click(await within(dialog).findByRole('button', { name: 'Linked milestones' }));
  await user.click(await screen.findByRole('option', { name: 'Beta' }));
  await user.keyboard('{Escape}');
  expect(within(dialog).getByRole('button', { name: 'Unlink Beta' })).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Add a goal' }));
  expect(await screen.findByRole('heading', { name: 'Open' })).toBeInTheDocument();
  const linked = server.state.projects.find((project) => project.name === 'New office');
  expect(server.state.goals[0]).toMatchObject({ name: 'Open', projectIds: [linked?.id], milestoneIds: ['m1'] });

  await user.click(screen.getByRole('button', { name: 'Remove the goal Open' }));
  await user.click(await screen.findByRole('button', { name: 'Remove the goal' }));
  await waitFor(() => expect(server.state.goals).toHaveLength(0));
  expect(await screen.findByText('No goals yet')).toBeInTheDocument();
});

it('shows how far goals are, and to a guest nothing to change', async () => {
  const top = buildGoal({ name: 'Grow', progress: { done: 3, total: 8, percent: 37 }, hiddenLinkCount: 2 });
  await renderApp('/goals', ({ state }) => {
    for (const workspace of state.workspaces) workspace.role = 'guest';
    const links = [
      { kind: 'project' as const, id: 'p', projectId: state.projects[0]?.id ?? '', name: 'Shop', progress: null },
      {
        kind: 'milestone' as const,
        id: 'm',
        projectId: state.projects[0]?.id ?? '',
        name: 'Beta',
        progress: { done: 1, total: 4, percent: 25 },
      },
    ];
    state.goals = [buildGoal({ name: 'Bake', parentId: top.id, progress: null, links }), top];
  });
  expect(await screen.findByRole('progressbar', { name: 'Grow: 3 of 8 tasks done' })).toHaveAttribute(
    'aria-valuenow',
    '37',
  );
  expect(screen.getByRole('progressbar', { name: 'Beta: 1 of 4 tasks done' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /^Beta/ })).toHaveAttribute('href', '/p/WEB/milestones');
  expect(screen.getByText('2 more links')).toBeInTheDocument();
  expect(screen.getByText('Progress is not known now')).toBeInTheDocument();
  const names = within(screen.getByRole('main')).getAllByRole('heading', { level: 2 });
  expect(names.map((heading) => heading.textContent)).toEqual(['Grow', 'Bake']);
  expect(screen.queryByRole('button', { name: /the goal/ })).toBeNull();
  expect(await screen.findByRole('link', { name: 'Goals' })).toHaveAttribute('href', '/goals');
});
