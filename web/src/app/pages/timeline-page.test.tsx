import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays, shortDate, today } from '@/lib/dates';
import { NO_FORECAST } from '@/test/fake/projects/fake-plans';
import { renderApp } from '@/test/render-app';

// jsdom measures nothing and captures no pointer.
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(700);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1200);
  HTMLElement.prototype.setPointerCapture = () => {};
  HTMLElement.prototype.scrollTo = () => {};
});

// What is loaded late takes its time on a busy machine.
beforeAll(async () => {
  await Promise.all([import('@/app/pages/timeline-page'), import('@/features/list/timeline/reschedule-dialog')]);
}, 60_000);

const bar = (key: string) => screen.findByRole('button', { name: new RegExp(`^${key}: .+, `) });

describe('the timeline of a project', () => {
  it('moves a bar with the keys, and saves once they are quiet', async () => {
    const { user, server } = await renderApp('/p/WEB/timeline');
    const due = addDays(today(), 7);
    expect(server.task('WEB-311').dueAt).toBe(due);
    (await bar('WEB-311')).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
    await waitFor(() => expect(server.task('WEB-311').dueAt).toBe(addDays(due, 3)));
    expect(server.task('WEB-311').startAt).toBe(addDays(due, 2));
    expect(server.requests.filter((request) => request.method === 'PATCH')).toHaveLength(1);
  });

  it('moves a bar that is dragged, by days', async () => {
    const { server } = await renderApp('/p/WEB/timeline');
    const due = server.task('WEB-311').dueAt ?? '';
    const element = await bar('WEB-311');
    fireEvent.pointerDown(element, { button: 0, pointerId: 1, clientX: 100 });
    fireEvent.pointerMove(element, { pointerId: 1, clientX: 100 + 24 * 5 });
    fireEvent.pointerUp(element, { pointerId: 1, clientX: 100 + 24 * 5 });
    await waitFor(() => expect(server.task('WEB-311').dueAt).toBe(addDays(due, 5)));
  });

  it('names the milestones, and says which will probably be late', async () => {
    await renderApp('/p/WEB/timeline', ({ state }) => {
      const projectId = state.projects[0]?.id ?? '';
      const row = { projectId, description: '', startDate: null, completedAt: null, progress: { done: 0, total: 1 } };
      const open = { ...row, state: 'open' as const, createdAt: '2026-03-02T09:00:00Z', version: 1 };
      state.plans.milestones = [
        { ...open, id: 'm1', name: 'Beta', dueDate: addDays(today(), 3) },
        { ...open, id: 'm2', name: 'Launch', dueDate: null },
      ];
      const days = { likelyOn: addDays(today(), 8), safeOn: addDays(today(), 9) };
      state.plans.forecasts.set('m1', { ...NO_FORECAST, ...days, milestoneId: 'm1', outcome: 'forecast' });
      state.plans.forecasts.set('m2', { ...NO_FORECAST, ...days, milestoneId: 'm2', outcome: 'forecast' });
    });
    const [due, likely] = [3, 8].map((days) => shortDate(addDays(today(), days), today()));
    expect(await screen.findByTitle(`Beta, due ${due}, probably ${likely}, 5 days late`)).toBeInTheDocument();
    expect(screen.getByTitle(`Launch, without a due date, probably ${likely}`)).toHaveTextContent('Launch');
  });

  it('zooms out, and opens a task', async () => {
    const { user, router } = await renderApp('/p/WEB/timeline');
    await user.click(await screen.findByRole('button', { name: 'Months' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ zoom: 'months' }));
    await user.click(await bar('WEB-311'));
    await waitFor(() => expect(router.state.location.search).toEqual({ zoom: 'months', task: 'WEB-311' }));
  });

  it('shows what is critical, asks before a bar pushes others, and moves them with it', async () => {
    const { user, server } = await renderApp('/p/WEB/timeline', (fake) => {
      const [task, other] = [fake.task('WEB-311'), fake.task('WEB-310')];
      task.startAt = today();
      task.deadlineAt = today();
      const link = { type: 'blocks' as const, link: 'finish_to_start' as const, lagMinutes: 0 };
      fake.state.dependencies.push({ id: 'd1', fromId: task.id, toId: other.id, ...link });
    });
    await user.click(await screen.findByRole('button', { name: 'Critical path' }));
    expect(await screen.findByRole('button', { name: /^WEB-311: .*critical$/ })).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /, slack \d+ h$/ }).length).toBeGreaterThan(3);
    expect(screen.getByText(/one task is critical.* one misses its deadline/)).toBeInTheDocument();
    expect(screen.getByText(/^deadline .+, which it misses$/)).toBeInTheDocument();

    const due = server.task('WEB-310').dueAt ?? '';
    (await bar('WEB-311')).focus();
    await user.keyboard('{ArrowRight}');
    const dialog = await screen.findByRole('dialog', { name: 'WEB-311 pushes another task' });
    expect(dialog).toHaveTextContent('WEB-310');
    expect(dialog).toHaveTextContent('WEB-311 passes its deadline of');
    await user.click(screen.getByRole('button', { name: 'Move them too' }));
    await waitFor(() => expect(server.task('WEB-310').dueAt).toBe(addDays(due, 1)));
    expect(server.task('WEB-311').startAt).toBe(addDays(today(), 1));
    expect(await screen.findByText('WEB-311 and one more task moved')).toBeInTheDocument();
  });
});
