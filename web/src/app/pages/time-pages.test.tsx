import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, mondayOf, today } from '@/lib/dates';
import { renderApp } from '@/test/render-app';

// The parts that are loaded late take their time on a busy machine.
beforeAll(async () => {
  await Promise.all([
    import('@/app/layout/app-shell'),
    import('@/app/pages/board-page'),
    import('@/app/pages/task-page-peek'),
    import('@/app/pages/task-body'),
    import('@/features/time/task-time'),
    import('@/features/time/timer-pill'),
    import('@/ui/combobox-list'),
  ]);
}, 60_000);

describe('the time of a task', () => {
  it('is counted by the timer, which stands in the bar of the page', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    await user.click(await screen.findByRole('button', { name: /^Start timer/ }));
    const pill = await screen.findByRole('group', { name: 'Timer of WEB-311' });
    expect(server.state.plans.timer?.taskId).toBe(server.task('WEB-311').id);
    await user.click(within(pill).getByRole('button', { name: 'Stop and write down' }));
    expect(await screen.findByText('1 min written down')).toBeInTheDocument();
    // The message stands outside the tree of the queries, so that it may be drawn before them.
    await waitFor(() => expect(pill).not.toBeInTheDocument());
    expect(await screen.findByRole('textbox', { name: 'How long' })).toHaveValue('0:01');
  });

  it('is written down by hand, changed, and removed with a way back', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    await user.click(await screen.findByRole('button', { name: 'Write time down' }));
    await user.type(screen.getByRole('textbox', { name: 'How long' }), '1h 30m');
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Call with the bakery{Enter}');
    expect(await screen.findByText('Call with the bakery')).toBeInTheDocument();
    const field = screen.getByRole('textbox', { name: 'How long' });
    await user.clear(field);
    await user.type(field, '2:15{Enter}');
    await waitFor(() => expect(server.state.plans.entries[0]?.minutes).toBe(135));
    await user.click(screen.getByRole('button', { name: 'Remove the entry' }));
    await waitFor(() => expect(server.state.plans.entries).toHaveLength(0));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.state.plans.entries[0]).toMatchObject({ minutes: 135, date: today() }));
  });
});

describe('the week of a person', () => {
  it('is typed day by day', async () => {
    const { user, server } = await renderApp('/time');
    await user.click(await screen.findByRole('button', { name: 'Add a line' }));
    await user.click(await screen.findByRole('option', { name: 'Project as a whole' }));
    const cells = await screen.findAllByRole('textbox', { name: /^Project as a whole, / });
    expect(cells).toHaveLength(7);
    await user.type(cells[1] ?? document.body, '2h{Enter}');
    await waitFor(() =>
      expect(server.state.plans.entries[0]).toMatchObject({ minutes: 120, date: addDays(mondayOf(today()), 1) }),
    );
    expect(await screen.findAllByText('2:00')).toHaveLength(3);
  });
});

describe('the time of a project', () => {
  it('shows who spent what, and one person alone', async () => {
    const { user, server } = await renderApp('/p/WEB/time', ({ state }) => {
      const [project] = state.projects;
      for (const [index, userId] of [state.users[0]?.id, state.users[1]?.id].entries()) {
        state.plans.entries.push({
          id: `e${index}`,
          projectId: project?.id ?? '',
          taskId: null,
          userId: userId ?? '',
          minutes: 60 + index,
          date: today(),
          note: `Note ${index}`,
          billable: false,
          createdAt: '2026-01-05T08:00:00Z',
          version: 1,
        });
      }
    });
    expect(await screen.findByText('Note 0')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: /Lin Zhao/ }));
    await waitFor(() => expect(screen.queryByText('Note 0')).toBeNull());
    expect(screen.getByText('Note 1')).toBeInTheDocument();
    expect(server.state.plans.entries).toHaveLength(2);
  });
});

describe('what time was spent on', () => {
  it('is named by one request, and what is gone is called so', async () => {
    const { server } = await renderApp('/p/WEB/time', ({ state }) => {
      const [project] = state.projects;
      const spent = [state.tasks[0]?.id ?? '', state.tasks[1]?.id ?? '', '00000000-0000-7000-8000-000000000000', null];
      for (const [index, taskId] of spent.entries()) {
        state.plans.entries.push({
          ...{ id: `e${index}`, projectId: project?.id ?? '', taskId, userId: state.users[0]?.id ?? '', minutes: 60 },
          ...{ date: today(), note: '', billable: false, createdAt: '2026-01-05T08:00:00Z', version: 1 },
        });
      }
    });
    expect(await screen.findByText('A task that is gone')).toBeInTheDocument();
    expect(screen.getByText('Project as a whole')).toBeInTheDocument();
    for (const task of server.state.tasks.slice(0, 2)) {
      expect(screen.getByRole('link', { name: `${task.key} ${task.title}` })).toBeInTheDocument();
    }
    expect(server.requests.filter(({ path }) => path.startsWith('/api/tasks'))).toHaveLength(1);
  });
});

describe('the workload', () => {
  it('adds up the plans of all projects and tells who has too much', async () => {
    const monday = mondayOf(today());
    const { user, server } = await renderApp('/p/WEB/workload', ({ state }) => {
      state.plans.allocations.push({
        id: 'a1',
        projectId: state.projects[1]?.id ?? '',
        userId: state.users[0]?.id ?? '',
        hoursPerWeek: 30,
        from: monday,
        to: addDays(monday, 11),
        createdAt: '2026-01-05T08:00:00Z',
        version: 1,
      });
    });
    expect(await screen.findAllByText('30')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Plan hours' }));
    const dialog = await screen.findByRole('dialog', { name: 'Plan hours' });
    await user.clear(within(dialog).getByLabelText('Hours a week'));
    await user.type(within(dialog).getByLabelText('Hours a week'), '12,5');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await screen.findAllByLabelText('Too much')).toHaveLength(2);
    expect(server.state.plans.allocations[1]).toMatchObject({ hoursPerWeek: 12.5, from: monday });
    await user.click(await screen.findByRole('button', { name: 'Take back the hours of Ada Okafor' }));
    await waitFor(() => expect(screen.queryAllByLabelText('Too much')).toHaveLength(0));
  });

  it('counts the days off of the reader', async () => {
    const monday = mondayOf(today());
    const { user, server } = await renderApp('/p/WEB/workload', ({ state }) => {
      state.plans.allocations.push({
        id: 'a1',
        projectId: state.projects[0]?.id ?? '',
        userId: state.users[0]?.id ?? '',
        hoursPerWeek: 36,
        from: monday,
        to: addDays(monday, 4),
        createdAt: '2026-01-05T08:00:00Z',
        version: 1,
      });
      state.plans.daysOff.push({
        id: 'd1',
        userId: state.users[0]?.id ?? '',
        from: monday,
        to: monday,
        kind: 'vacation',
        part: null,
        createdAt: '2026-01-05T08:00:00Z',
      });
    });
    expect(await screen.findAllByLabelText('Too much')).toHaveLength(1);
    expect(screen.getByText('/ 32')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'My hours and days off' }));
    await user.click(await screen.findByRole('button', { name: /^Take back the days off/ }));
    await waitFor(() => expect(screen.queryAllByLabelText('Too much')).toHaveLength(0));
    expect(server.state.plans.daysOff).toHaveLength(0);
  });
});
