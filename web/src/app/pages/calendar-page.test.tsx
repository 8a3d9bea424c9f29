import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeLayer } from '@/app/shell-state';
import { fullDate, monthName, stepped } from '@/features/list/calendar/calendar-days';
import { addDays, today } from '@/lib/dates';
import { buildView } from '@/test/fake/tasks/fake-view-routes';
import { renderApp } from '@/test/render-app';

// What is loaded late takes its time on a busy machine.
beforeAll(async () => {
  await Promise.all([
    import('@/app/pages/calendar-page'),
    import('@/features/views/views-menu'),
    import('@/features/quick-add/create-task-dialog'),
  ]);
}, 60_000);

afterEach(closeLayer);

/** A day in the middle of a month, so that the days around it are shown with it. */
const DAY = `${stepped(today(), 'month', 1).slice(0, 7)}-12`;
const PAGE = `/p/WEB/calendar?on=${DAY}`;

type Fake = Parameters<NonNullable<Parameters<typeof renderApp>[1]>>[0];

/** The project has these tasks with a due date and WEB-308 without one. */
const dueOnly =
  (due: Record<string, string>) =>
  ({ state }: Fake) => {
    state.tasks = state.tasks.filter(({ key }) => key in due || key === 'WEB-308');
    for (const task of state.tasks) task.dueAt = due[task.key] ?? null;
  };

const cell = (day: string) => screen.findByRole('gridcell', { name: new RegExp(`^${fullDate(day)}, (no|\\d+) task`) });
const chip = (key: string) => screen.findByRole('button', { name: new RegExp(`^${key}: `) });
const transfer = { dataTransfer: { setData: () => {}, effectAllowed: '' } };

describe('the calendar of a project', () => {
  it('has tasks on the day on which they are due, where the reader is, and in no other month', async () => {
    const instant = new Date(`${DAY}T23:30:00`).toISOString();
    const { user, router, server } = await renderApp(
      PAGE,
      dueOnly({ 'WEB-311': DAY, 'WEB-310': instant, 'WEB-309': addDays(DAY, 1) }),
    );
    expect(await cell(DAY)).toHaveAccessibleName(/, 2 tasks/);
    expect(within(await cell(DAY)).getByRole('button', { name: /^WEB-310: 23:30 / })).toBeInTheDocument();
    expect(within(await cell(addDays(DAY, 1))).getByRole('button', { name: /^WEB-309: / })).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Next month' }));
    const next = stepped(DAY, 'month', 1);
    await screen.findByRole('heading', { name: monthName(next) });
    await waitFor(() => expect(router.state.location.search).toEqual({ on: next }));
    const asked = () => server.requests.map(({ query }) => query.get('dueAfter')?.slice(0, 7));
    await waitFor(() => expect(asked()).toContain(DAY.slice(0, 7)));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^WEB-311: / })).toBeNull());

    await user.click(screen.getByRole('button', { name: 'Week' }));
    await waitFor(() => expect(screen.getAllByRole('gridcell')).toHaveLength(7));
  });

  it('carries a task with the keys, saves it where it is dropped, and takes that back', async () => {
    const { user, server } = await renderApp(PAGE, dueOnly({ 'WEB-311': DAY }));
    (await chip('WEB-311')).focus();
    await user.keyboard('m');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-carried'));
    await user.keyboard('{ArrowRight}{ArrowDown}{Enter}');
    await waitFor(() => expect(server.task('WEB-311').dueAt).toBe(addDays(DAY, 8)));
    expect(server.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
      { dueAt: addDays(DAY, 8) },
    ]);
    await waitFor(() =>
      expect(document.activeElement?.closest('[data-day]')).toHaveAttribute('data-day', addDays(DAY, 8)),
    );
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.task('WEB-311').dueAt).toBe(DAY));
    expect(await within(await cell(DAY)).findByRole('button', { name: /^WEB-311: / })).toBeInTheDocument();

    (await chip('WEB-311')).focus();
    await user.keyboard('m{ArrowLeft}{Escape}');
    expect(await within(await cell(DAY)).findByRole('button', { name: /^WEB-311: / })).toHaveFocus();
    expect(server.task('WEB-311').dueAt).toBe(DAY);
  });

  it('draws a task over its days, and moves both of its dates in one request', async () => {
    const { user, server } = await renderApp(PAGE, (fake) => {
      dueOnly({ 'WEB-311': addDays(DAY, 2) })(fake);
      for (const task of fake.state.tasks) if (task.key === 'WEB-311') task.startAt = DAY;
    });
    const bar = (await screen.findAllByRole('button', { name: /^WEB-311: .* to / }))[0];
    expect(await cell(addDays(DAY, 1))).toHaveAccessibleName(/, 1 task/);
    bar?.focus();
    await user.keyboard('m{ArrowRight}{Enter}');
    await waitFor(() => expect(server.task('WEB-311').startAt).toBe(addDays(DAY, 1)));
    expect(server.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
      { startAt: addDays(DAY, 1), dueAt: addDays(DAY, 3) },
    ]);
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-task-id', server.task('WEB-311').id));
  });

  it('takes what is dragged onto a day, also from the tray, where only open tasks wait', async () => {
    const { server } = await renderApp(PAGE, (fake) => {
      const done = fake.state.tasks.find(({ status }) => status === 'done');
      dueOnly({ 'WEB-311': DAY })(fake);
      if (done) fake.state.tasks.push({ ...done, dueAt: null });
    });
    const tray = await screen.findByRole('region', { name: 'Without a due date' });
    fireEvent.dragStart(await within(tray).findByRole('button', { name: /^WEB-308: / }), transfer);
    fireEvent.dragOver(await cell(DAY), transfer);
    fireEvent.drop(await cell(DAY), transfer);
    await waitFor(() => expect(server.task('WEB-308').dueAt).toBe(DAY));
    expect(await within(await cell(DAY)).findByRole('button', { name: /^WEB-308: / })).toBeInTheDocument();
    expect(await within(tray).findByText('Every open task has a due date.')).toBeInTheDocument();
  });

  it('says how many more a day has, and makes a task that is due on it', async () => {
    const keys = ['WEB-311', 'WEB-310', 'WEB-309', 'WEB-307', 'WEB-306'];
    const { user, server } = await renderApp(PAGE, dueOnly(Object.fromEntries(keys.map((key) => [key, DAY]))));
    const more = () => screen.findByRole('button', { name: /^\+3 more on / });
    await user.click(await more());
    const all = await screen.findByRole('dialog', { name: fullDate(DAY) });
    expect(within(all).getAllByRole('button')).toHaveLength(5);
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(await more()).toHaveFocus());

    // From there one is walked to and taken along.
    await user.click(await more());
    await waitFor(() => expect(document.activeElement?.closest('[role="dialog"]')).not.toBeNull());
    await user.keyboard('{End}');
    const taken = document.activeElement?.getAttribute('data-task-id');
    await user.keyboard('m');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-carried'));
    await user.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(server.state.tasks.find(({ id }) => id === taken)?.dueAt).toBe(addDays(DAY, 1)));

    (await cell(DAY)).focus();
    await user.keyboard('{ArrowLeft}{Enter}');
    await user.type(await screen.findByRole('textbox', { name: 'Title' }), 'Bake{Enter}');
    await waitFor(() => expect(server.state.tasks.find(({ title }) => title === 'Bake')?.dueAt).toBe(addDays(DAY, -1)));
    expect(await within(await cell(addDays(DAY, -1))).findByRole('button', { name: /: Bake, / })).toBeInTheDocument();
  });

  it('opens saved views that are laid out so, and lets a viewer move nothing', async () => {
    const { user, router, server } = await renderApp('/p/WEB/list', (fake) => {
      dueOnly({ 'WEB-305': today(), 'WEB-311': today() })(fake);
      for (const project of fake.state.projects) project.role = 'viewer';
      fake.state.views.push(buildView({ name: 'Fires', layout: 'calendar', query: 'priority = urgent' }));
    });
    await user.click(await screen.findByRole('button', { name: 'Views' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Fires' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/p/WEB/calendar'));
    const element = await chip('WEB-305');
    await waitFor(() => expect(screen.queryByRole('button', { name: /^WEB-311: / })).toBeNull());
    expect(element).toHaveAttribute('draggable', 'false');
    element.focus();
    await user.keyboard('m{ArrowRight}');
    expect(screen.queryByRole('button', { name: /^New task due/ })).toBeNull();
    expect(server.requests.some(({ method }) => method === 'PATCH')).toBe(false);
    await user.click(await chip('WEB-305'));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ task: 'WEB-305' }));
  });
});
