import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, shortDate, today } from '@/lib/dates';
import { since } from '@/test/fake/fake-data';
import { renderApp } from '@/test/render-app';

// The parts that are loaded late take their time on a busy machine.
beforeAll(async () => {
  await Promise.all([
    import('@/app/pages/task-page-peek'),
    import('@/ui/combobox-list'),
    import('@/features/tasks/edit/repeat/repeat-form'),
    import('@/features/tasks/difficulty/computed-difficulty'),
  ]);
}, 60_000);

describe('the properties of an open task', () => {
  it('have steps that are added, ticked and removed', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    await user.click(await screen.findByRole('button', { name: 'Add a step' }));
    await user.type(screen.getByRole('textbox', { name: 'What is one step of it?' }), 'Ask the bakery{Enter}');
    await user.click(await screen.findByRole('checkbox', { name: 'Ask the bakery' }));
    await waitFor(() =>
      expect(server.task('WEB-311').steps.at(-1)).toMatchObject({ title: 'Ask the bakery', done: true }),
    );
    await user.click(screen.getByRole('button', { name: 'Remove the step Ask the bakery' }));
    await waitFor(() => expect(server.task('WEB-311').steps).toHaveLength(3));
  });

  it('have the milestones and the fields of the project', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311', ({ state }) => {
      const projectId = state.projects[0]?.id ?? '';
      const shared = {
        projectId,
        description: '',
        createdAt: since,
        version: 1,
        options: [],
        required: 'never' as const,
      };
      state.plans.milestones.push({
        ...shared,
        id: 'm1',
        name: 'Opening',
        startDate: null,
        dueDate: null,
        state: 'open',
        completedAt: null,
        progress: { done: 0, total: 0 },
      });
      const plain = { ...shared, formula: null, rollUp: null, resultType: null };
      state.plans.fields.push(
        { ...plain, id: 'f1', name: 'Cost', type: 'money', currency: 'EUR', taskTypes: [] },
        { ...plain, id: 'f2', name: 'Severity', type: 'rating', currency: null, taskTypes: ['bug'] },
        {
          ...plain,
          id: 'f3',
          name: 'Told the baker',
          type: 'checkbox',
          currency: null,
          taskTypes: [],
          required: 'completion',
        },
      );
    });
    await user.click(await screen.findByRole('button', { name: 'More fields' }));
    await user.click(await screen.findByRole('button', { name: /^Milestone:/ }));
    await user.click(await screen.findByRole('option', { name: 'Opening' }));
    await waitFor(() => expect(server.task('WEB-311').milestoneId).toBe('m1'));

    await user.click(await screen.findByRole('button', { name: /^Cost:/ }));
    const field = await screen.findByRole('textbox', { name: 'Cost' });
    await user.type(field, 'much{Enter}');
    expect(await screen.findByText('A number is expected.')).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, '12,5{Enter}');
    await waitFor(() => expect(server.task('WEB-311').customFields).toEqual({ Cost: 12.5 }));

    // An answer that is asked for is one of two: "no" is not the absence of "yes".
    const told = screen.getByRole('group', { name: 'Told the baker' });
    expect(within(told).getByRole('radio', { name: 'No' })).not.toBeChecked();
    await user.click(within(told).getByRole('radio', { name: 'No' }));
    await waitFor(() => expect(server.task('WEB-311').customFields).toEqual({ Cost: 12.5, 'Told the baker': false }));
    expect(within(told).getByRole('radio', { name: 'No' })).toBeChecked();
    expect(await screen.findByRole('button', { name: /^Cost:\s*€12.50$/ })).toBeInTheDocument();

    expect(screen.queryByRole('button', { name: /^Severity:/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Type:/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Bug' }));
    expect(await screen.findByRole('button', { name: /^Severity:/ })).toBeInTheDocument();
  });

  it('have an owner once there are several assignees, and another of them takes it over', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311', ({ state }) => {
      const task = state.tasks.find(({ key }) => key === 'WEB-311');
      if (task) task.assigneeIds = state.users.slice(0, 2).map(({ id }) => id);
    });
    const [first, second] = server.state.users;
    const owner = (user?: { displayName: string }) => ({ name: new RegExp(`^Owner:\\s*${user?.displayName}$`) });
    await user.click(await screen.findByRole('button', owner(first)));
    await user.click(await screen.findByRole('menuitem', { name: second?.displayName ?? '' }));
    await waitFor(() => expect(server.task('WEB-311').assigneeIds).toEqual([second?.id, first?.id]));
    expect(await screen.findByRole('button', owner(second))).toBeInTheDocument();
  });

  it('have a deadline that warns of a due date behind it, and a duration', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    await user.click(await screen.findByRole('button', { name: 'More fields' }));
    await user.click(await screen.findByRole('button', { name: /^Deadline:/ }));
    await user.click(await screen.findByRole('button', { name: 'Tomorrow' }));
    await waitFor(() => expect(server.task('WEB-311').deadlineAt).toBe(addDays(today(), 1)));
    expect(await screen.findByText('The due date lies behind it.')).toBeInTheDocument();

    await user.click(await screen.findByRole('button', { name: /^Duration:/ }));
    await user.type(await screen.findByRole('textbox', { name: 'Duration' }), '8h{Enter}');
    await waitFor(() => expect(server.task('WEB-311').durationMinutes).toBe(480));
  });

  it('have a difficulty that is computed, with its reasons, and taken over by a click', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311', ({ state }) => {
      const task = state.tasks.find(({ key }) => key === 'WEB-311');
      if (task) Object.assign(task, { estimateMinutes: 960, difficulty: null });
    });
    await user.click(await screen.findByRole('button', { name: 'More fields' }));
    expect(screen.getByRole('button', { name: /^Difficulty:\s*None$/ })).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Computed 4' }));
    const reasons = await screen.findByRole('table', { name: 'Comes to 4 of 10' });
    expect(within(reasons).getByRole('row', { name: '16 h of work one more from 24 h +2' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Set to 4' }));
    await waitFor(() => expect(server.task('WEB-311').difficulty).toBe(4));
    expect(await screen.findByRole('button', { name: /^Difficulty:\s*4 of 10$/ })).toBeInTheDocument();
  });

  it('have a rule by which the task repeats, with what comes of it', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    await user.click(await screen.findByRole('button', { name: 'More fields' }));
    await user.click(await screen.findByRole('button', { name: /^Repeats:/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Repeats' });
    expect(await within(dialog).findByText(shortDate('2026-12-07', today()))).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Mon' }));
    await user.click(within(dialog).getByRole('button', { name: 'Set' }));
    await waitFor(() => expect(server.task('WEB-311').recurrence).toMatchObject({ rule: 'FREQ=WEEKLY;BYDAY=MO' }));
  });
});
