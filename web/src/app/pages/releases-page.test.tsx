import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { today } from '@/lib/dates';
import { since } from '@/test/fake/fake-data';
import { renderApp } from '@/test/render-app';

beforeAll(async () => {
  await Promise.all([import('@/app/layout/app-shell'), import('@/app/pages/releases-page')]);
}, 60_000);

describe('the releases of a project', () => {
  it('are planned with milestones, show their tasks, are published with a way back, and deleted', async () => {
    const { user, server } = await renderApp('/p/WEB/releases', ({ state }) => {
      const projectId = state.projects[0]?.id ?? '';
      const shared = { projectId, description: '', startDate: null, dueDate: null, createdAt: since, version: 1 };
      const progress = { done: 0, total: 1 };
      state.plans.milestones.push({
        ...shared,
        id: 'm1',
        name: 'Open the shop',
        state: 'open',
        completedAt: null,
        progress,
      });
      const [task] = state.tasks;
      if (task) task.milestoneId = 'm1';
    });
    await user.click(await screen.findByRole('button', { name: 'Plan a release' }));
    const dialog = await screen.findByRole('dialog', { name: 'Plan a release' });
    await user.type(within(dialog).getByLabelText('Name'), 'Spring');
    await user.click(within(dialog).getByRole('checkbox', { name: 'Open the shop' }));
    await user.click(within(dialog).getByRole('button', { name: 'Plan a release' }));
    await user.click(await screen.findByRole('button', { name: 'Spring' }));
    const part = await screen.findByRole('region', { name: 'Open the shop' });
    expect(await within(part).findByText(server.state.tasks[0]?.key ?? '')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Publish Spring' }));
    expect(await screen.findByText('Released')).toBeInTheDocument();
    const made = () => server.state.plans.releases[0];
    expect(made()).toMatchObject({ state: 'released', date: today(), milestoneIds: ['m1'] });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(made()).toMatchObject({ state: 'planned', date: null }));

    await user.click(await screen.findByRole('button', { name: 'Delete Spring' }));
    await user.click(await screen.findByRole('button', { name: 'Delete the release' }));
    expect(await screen.findByText('No releases yet')).toBeInTheDocument();
  });

  it('show what another browser has planned', async () => {
    const { server, tell } = await renderApp('/p/WEB/releases');
    expect(await screen.findByText('No releases yet')).toBeInTheDocument();
    const projectId = server.state.projects[0]?.id ?? '';
    server.state.plans.releases.push({
      id: 'r1',
      projectId,
      name: 'Autumn',
      tag: null,
      date: null,
      state: 'planned',
      notes: '',
      milestoneIds: [],
      progress: { done: 0, total: 0 },
      createdAt: since,
      version: 1,
    });
    await tell({
      type: 'release.created',
      subject: { kind: 'release', id: 'r1' },
      version: 1,
      at: since,
      actorId: null,
      changeId: null,
      clientId: null,
      changes: null,
      projectId,
      taskId: null,
    });
    expect(await screen.findByText('Autumn')).toBeInTheDocument();
  });
});
