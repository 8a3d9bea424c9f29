import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
// Loaded before the clock of the first test runs.
import '@/app/layout/app-shell';
import '@/app/pages/milestones-page';
import { addDays, shortDate, today } from '@/lib/dates';
import { NO_FORECAST } from '@/test/fake/projects/fake-plans';
import { renderApp } from '@/test/render-app';

describe('the milestones of a project', () => {
  it('are made, reached and removed', async () => {
    const { user, server } = await renderApp('/p/WEB/milestones');
    await user.click(await screen.findByRole('button', { name: 'Add a milestone' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a milestone' });
    await user.type(within(dialog).getByLabelText('Name'), 'Open the shop');
    await user.click(within(dialog).getByRole('button', { name: 'Add a milestone' }));
    expect(await screen.findByRole('heading', { name: 'Open the shop' })).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Mark as reached: Open the shop' }));
    expect(await screen.findByRole('button', { name: 'Open again: Open the shop' })).toBeInTheDocument();
    expect(server.state.plans.milestones[0]?.state).toBe('completed');

    await user.click(screen.getByRole('button', { name: 'Remove the milestone Open the shop' }));
    await user.click(await screen.findByRole('button', { name: 'Remove the milestone' }));
    expect(await screen.findByText('No milestones yet')).toBeInTheDocument();
  });
});

describe('the forecasts of milestones', () => {
  const milestone = (id: string, name: string, dueDate: string | null) => ({
    ...{
      id,
      projectId: '',
      name,
      description: '',
      startDate: null,
      dueDate,
      state: 'open' as const,
      completedAt: null,
    },
    ...{ progress: { done: 0, total: 3 }, createdAt: '2026-03-02T09:00:00Z', version: 1 },
  });

  it('say when a milestone will probably be reached, whether that is late, and why', async () => {
    const in30 = addDays(today(), 30);
    await renderApp('/p/WEB/milestones', ({ state }) => {
      state.plans.milestones = [milestone('m1', 'Beta', addDays(today(), 10)), milestone('m2', 'Open', in30)].map(
        (row) => ({
          ...row,
          projectId: state.projects[0]?.id ?? '',
        }),
      );
      const paced = { ...NO_FORECAST, outcome: 'forecast' as const, openTasks: 6, openEstimateMinutes: 480 };
      const [likelyOn, safeOn] = [addDays(today(), 22), addDays(today(), 35)];
      state.plans.forecasts.set('m1', { ...paced, milestoneId: 'm1', likelyOn, safeOn });
      state.plans.forecasts.set('m2', { ...paced, milestoneId: 'm2', tasksAhead: 6, likelyOn: in30, safeOn });
    });
    const [first, second] = await screen.findAllByText(/^Probably reached by/);
    expect(first).toHaveTextContent(
      `Probably reached by ${shortDate(addDays(today(), 22), today())}, with 85 % certainty by ${shortDate(addDays(today(), 35), today())} Probably 12 days late`,
    );
    expect(second).toHaveTextContent('May be late');
    expect(
      screen.getByText('6 tasks open · estimated at 8 h · the project finished 31 tasks in 12 weeks'),
    ).toBeInTheDocument();
    expect(screen.getByText(/after 6 tasks of milestones due before it/)).toBeInTheDocument();
  });

  it('say why there is none', async () => {
    await renderApp('/p/WEB/milestones', ({ state }) => {
      const projectId = state.projects[0]?.id ?? '';
      state.plans.milestones = [milestone('m1', 'Beta', null), milestone('m2', 'Open', null)].map((row) => ({
        ...row,
        projectId,
      }));
      const young = { outcome: 'too_little_history' as const, openTasks: 1, pastWeeks: 1, plannedOn: today() };
      state.plans.forecasts.set('m1', { ...NO_FORECAST, ...young, milestoneId: 'm1' });
    });
    expect(await screen.findByText(/the project has one full week of history, and it takes five/)).toBeInTheDocument();
    expect(screen.getByText(`one task open · planned to end on ${shortDate(today(), today())}`)).toBeInTheDocument();
    expect(screen.getByText('No forecast: it has no tasks.')).toBeInTheDocument();
  });
});
