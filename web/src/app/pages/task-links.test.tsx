import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderApp } from '@/test/render-app';

// The parts that are loaded late take their time on a busy machine.
beforeAll(async () => {
  await Promise.all([import('@/app/pages/task-page-peek'), import('@/features/history/compare-dialog')]);
}, 60_000);

describe('what an open task has to do with others', () => {
  it('is added by searching, refused in words when it closes a circle, removed, and brought back', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    const section = await screen.findByRole('region', { name: 'Dependencies' });
    await user.click(within(section).getByRole('button', { name: 'Add a dependency' }));
    await user.type(await screen.findByRole('combobox', { name: 'The other task' }), '310');
    await user.click(await screen.findByRole('option', { name: /WEB-310/ }));
    expect(await within(section).findByRole('heading', { name: 'Is blocked by' })).toBeInTheDocument();
    // On the card, on another one nothing.
    await waitFor(() =>
      expect(within(screen.getByRole('listitem', { name: /WEB-311/ })).getByText('Blocked')).toBeInTheDocument(),
    );
    expect(within(screen.getByRole('listitem', { name: /WEB-310/ })).queryByText('Blocked')).toBeNull();

    await user.click(within(section).getByRole('button', { name: 'Add a dependency' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'This task' }), 'Blocks');
    await user.type(screen.getByRole('combobox', { name: 'The other task' }), '310');
    await user.click(await screen.findByRole('option', { name: /WEB-310/ }));
    expect(
      await screen.findByText(/in a circle: WEB-311 blocks WEB-310, WEB-310 blocks WEB-311\./),
    ).toBeInTheDocument();
    await user.keyboard('{Escape}');

    await user.click(within(section).getByRole('button', { name: 'Remove the dependency on WEB-310' }));
    await waitFor(() => expect(server.state.dependencies).toHaveLength(0));
    const undo = await screen.findAllByRole('button', { name: 'Undo' });
    await user.click(undo.at(-1) ?? section);
    await waitFor(() => expect(server.state.dependencies).toHaveLength(1));
  });

  it('and any two moments of it are compared, a field brought back, and that undone', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311', ({ state }) => {
      const task = state.tasks.find(({ key }) => key === 'WEB-311');
      if (!task) return;
      const shared = { actorId: state.users[0]?.id ?? null };
      state.history.set(task.id, [
        { ...shared, version: 1, type: 'task.created', at: '2026-01-05T08:00:00Z', changeId: 'c1', changes: {} },
        {
          ...shared,
          version: 2,
          type: 'task.updated',
          at: '2026-01-06T08:00:00Z',
          changeId: 'c2',
          changes: { priority: { from: 'urgent', to: 'medium' } },
        },
      ]);
    });
    await user.click(await screen.findByRole('button', { name: 'Compare with now: created this task' }));
    const dialog = await screen.findByRole('dialog', { name: 'What is different' });
    await user.click(await within(dialog).findByRole('button', { name: 'Bring back Priority: Urgent' }));
    await waitFor(() => expect(server.task('WEB-311').priority).toBe('urgent'));
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.task('WEB-311').priority).toBe('medium'));
  });
});
