import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
// Loaded before the clock of the first test runs.
import '@/app/layout/app-shell';
import '@/app/pages/project-settings-page';
import '@/app/pages/task-page';
import '@/features/quick-add/create-task-dialog';
import '@/features/tasks/templates/save-as-template';
import '@/features/tasks/templates/use-template-form';
import { addDays, today } from '@/lib/dates';
import { problem } from '@/test/fake/fake-server';
import { addTaskTemplate } from '@/test/fake/tasks/fake-template-routes';
import { renderApp } from '@/test/render-app';

const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('templates for tasks', () => {
  it('are made, changed and deleted with a way back', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/templates');
    await user.click(await screen.findByRole('button', { name: 'Make a template' }));
    await screen.findByRole('dialog', { name: 'New template for tasks' });
    write('Name of the template', 'Visit');
    write('Title of the tasks', 'Visit {{customer}}');
    write('Due after', '3');
    write('Estimate', '1h 30m');
    await user.selectOptions(screen.getByLabelText('Difficulty'), '4');
    await user.click(screen.getByRole('button', { name: 'Add a step' }));
    write('Step 1', 'Call {{customer}} on {{phone}}');
    await user.click(screen.getByRole('checkbox', { name: 'Required' }));
    expect(screen.getByText('phone')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save the template' }));
    expect(
      await screen.findByText(/due after 3 days · 1 h 30 min · difficulty 4 of 10 · 1 step · asks for/),
    ).toBeInTheDocument();
    expect(server.state.taskTemplates[0]).toMatchObject({
      dueInDays: 3,
      startInDays: null,
      estimateMinutes: 90,
      difficulty: 4,
      steps: [{ title: 'Call {{customer}} on {{phone}}', dueInDays: null, required: true }],
    });

    await user.click(screen.getByRole('button', { name: 'Change the template Visit' }));
    server.override('PUT', /task-templates/, () => problem(422, 'refused', 'Not on a Friday.'));
    await user.click(await screen.findByRole('button', { name: 'Save the template' }));
    expect(await screen.findByText('The template was not saved. Not on a Friday.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));

    await user.click(screen.getByRole('button', { name: 'Delete the template Visit' }));
    await waitFor(() => expect(server.state.taskTemplates).toEqual([]));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.state.taskTemplates[0]).toMatchObject({ name: 'Visit', estimateMinutes: 90 }));
  });

  it('make a task out of the new-task box, once their variables are known', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/templates', ({ state }) => {
      const steps = [{ title: 'Call {{customer}}', dueInDays: null, required: false }];
      addTaskTemplate(state, { name: 'Visit', title: 'Visit {{customer}}', dueInDays: 3, steps });
    });
    await screen.findByText('Visit');
    await user.keyboard('c');
    await user.click(await screen.findByRole('button', { name: 'From template…' }));
    const dialog = await screen.findByRole('dialog', { name: 'New task from a template' });
    const create = await within(dialog).findByRole('button', { name: 'Create task' });
    expect(create).toBeDisabled();
    write('customer', 'Ada');
    expect(within(dialog).getByRole('region', { name: 'What will be made' })).toHaveTextContent('Visit Ada');
    await user.click(create);
    await waitFor(() => expect(server.state.tasks.at(-1)).toMatchObject({ title: 'Visit Ada' }));
    expect(server.state.tasks.at(-1)).toMatchObject({ dueAt: addDays(today(), 3), steps: [{ title: 'Call Ada' }] });
    expect(await screen.findByText('WEB-400 created')).toBeInTheDocument();
  });

  it('begin with an open task', async () => {
    const { user, server } = await renderApp('/t/WEB-311');
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Save as a template…' }));
    await user.click(await screen.findByRole('button', { name: 'Save the template' }));
    await waitFor(() => expect(server.state.taskTemplates).toHaveLength(1));
    expect(server.state.taskTemplates[0]).toMatchObject({ priority: 'medium', labels: ['Checkout'] });
    expect(server.state.taskTemplates[0]?.steps).toHaveLength(3);
  });
});
