import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
// Loaded before the clock of the first test runs.
import '@/app/layout/app-shell';
import '@/app/pages/board-page';
import '@/app/pages/project-settings-page';
import '@/app/pages/settings-page';
import '@/features/project-settings/project-template/template-editor';
import '@/features/projects/create-project-dialog';
import '@/ui/combobox-list';
import type { FakeServer } from '@/test/fake/fake-server';
import { addProjectTemplate, contentOf } from '@/test/fake/projects/fake-project-template-routes';
import { renderApp } from '@/test/render-app';

const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const withBakery = ({ state }: FakeServer) =>
  void addProjectTemplate(state, 'New bakery', contentOf(['Rent a shop in {{city}}', 'Hire two bakers']));

describe('templates for projects', () => {
  it('make a project: shown before, followed until it opens, with the reason when it fails', async () => {
    const { user, router, server } = await renderApp('/settings/templates', withBakery);
    await user.click(await screen.findByRole('button', { name: 'New project' }));
    await screen.findByRole('option', { name: 'New bakery' });
    await user.selectOptions(screen.getByLabelText('Start from'), 'New bakery');
    expect(await screen.findByText('Rent a shop in {{city}}')).toBeInTheDocument();
    write('Name', 'The harbour');
    write('city', 'Porto');
    const preview = screen.getByRole('region', { name: 'What will be made' });
    expect(preview).toHaveTextContent('2 tasksRent a shop in PortoHire two bakersMilestonesDoors openLabelsLegal');

    await user.click(screen.getByRole('button', { name: 'Create project' }));
    expect(await screen.findByText('The harbour was not made. No name like this.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByLabelText('city')).toHaveValue('Porto');

    write('Name', 'Harbour bakery');
    await user.click(screen.getByRole('button', { name: 'Create project' }));
    expect(await screen.findByText('Harbour bakery is being made')).toBeInTheDocument();
    await waitFor(() => expect(router.state.location.pathname).toBe('/p/P7/board'));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const sent = server.requests.findLast(({ path }) => path.endsWith('/instantiate'));
    expect(sent?.body).toMatchObject({ name: 'Harbour bakery', variables: { city: 'Porto' }, version: 1 });
  });

  it('are told of when their project is ready after the dialog was closed', async () => {
    const { user } = await renderApp('/settings/templates', withBakery);
    await user.click(await screen.findByRole('button', { name: 'New project' }));
    await screen.findByRole('option', { name: 'New bakery' });
    await user.selectOptions(screen.getByLabelText('Start from'), 'New bakery');
    write('Name', 'Quiet one');
    fireEvent.change(await screen.findByLabelText('city'), { target: { value: 'Porto' } });
    await user.click(screen.getByRole('button', { name: 'Create project' }));
    await screen.findByText('Quiet one is being made');
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Quiet one is ready.')).toBeInTheDocument();
  });

  it('are changed into a new version: people by role, milestones, and tasks that wait for each other', async () => {
    const { user, server } = await renderApp('/settings/templates', withBakery);
    await user.click(await screen.findByRole('button', { name: 'Change the template New bakery' }));
    const dialog = await screen.findByRole('dialog', { name: 'Change New bakery' });
    write('Milestone 1', 'Opened');
    write('Milestone 1 is due after so many days', '45');
    fireEvent.click(await within(dialog).findByText('Add a person'));
    await user.click(await screen.findByRole('option', { name: 'Lin Zhao' }));
    await user.selectOptions(await within(dialog).findByLabelText('Role of Lin Zhao'), 'Manager');
    fireEvent.click(within(dialog).getByText('Add a task'));
    expect(within(dialog).getByText('Save the template')).toBeDisabled();
    write('Task 3', 'Bake');
    write('Milestone', 'Opened');
    fireEvent.click(within(dialog).getByText('Add a dependency'));
    const others = await screen.findByRole('dialog', { name: 'The other task' });
    fireEvent.click(await within(others).findByText('Hire two bakers'));
    write('Lag to Hire two bakers', '-1h');
    fireEvent.click(within(dialog).getByText('Save the template'));
    expect(await screen.findByText('The template New bakery is saved.')).toBeInTheDocument();
    const [template] = server.state.projectTemplates;
    expect(template?.version).toBe(2);
    expect(template?.content).toMatchObject({
      labels: [{ name: 'Legal' }],
      members: [{ role: 'manager' }],
      milestones: [{ name: 'Opened', dueInDays: 45 }],
      tasks: [
        { ref: 't1' },
        { ref: 't2' },
        {
          ref: 't3',
          title: 'Bake',
          milestone: 'Opened',
          dependencies: [{ ref: 't2', type: 'blocked_by', lagMinutes: -60 }],
        },
      ],
    });
  });

  it('hold all that their tasks have, and the labels and fields of the projects', async () => {
    const { user, server } = await renderApp('/settings/templates', withBakery);
    await user.click(await screen.findByRole('button', { name: 'Change the template New bakery' }));
    const dialog = await screen.findByRole('dialog', { name: 'Change New bakery' });
    // By text and label: asking so large a form for roles takes seconds.
    const press = (text: string) => fireEvent.click(within(dialog).getByText(text));
    fireEvent.click(within(dialog).getByLabelText('Details of Hire two bakers'));
    write('Estimate', 'soon');
    expect(within(dialog).getByText('Save the template')).toBeDisabled();
    write('Estimate', '2h 30m');
    write('Difficulty', '4');
    write('Type', 'feature');
    write('Parent', 't1');
    press('Add a step');
    write('Step 1', 'Ask around');
    fireEvent.click(within(dialog).getByLabelText('Required'));
    press('Move up');
    press('Fields');
    press('Add a field');
    const form = await screen.findByRole('dialog', { name: 'Add a field' });
    fireEvent.change(within(form).getByLabelText('Name'), { target: { value: 'Baker' } });
    fireEvent.change(within(form).getByLabelText('Type'), { target: { value: 'checkbox' } });
    fireEvent.click(within(form).getByText('Add a field', { selector: 'button' }));
    fireEvent.click(within(dialog).getByLabelText('Baker'));
    press('Fields');
    fireEvent.click(within(dialog).getByText('Labels', { selector: '.template-part > button > span' }));
    write('Name of the label', 'Food');
    press('Add');
    press('Save the template');
    expect(await screen.findByText('The template New bakery is saved.')).toBeInTheDocument();
    expect(server.state.projectTemplates[0]?.content).toMatchObject({
      labels: [{ name: 'Legal' }, { name: 'Food' }],
      customFields: [{ name: 'Baker', type: 'checkbox' }],
      tasks: [
        {
          ref: 't2',
          type: 'feature',
          parent: 't1',
          difficulty: 4,
          estimateMinutes: 150,
          customFields: { Baker: true },
          steps: [{ title: 'Ask around', dueInDays: null, required: true }],
        },
        { ref: 't1' },
      ],
    });
  });

  it('are made out of a project, listed for the workspace, and deleted with a way back', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/general');
    await user.click(await screen.findByRole('button', { name: 'Save as a template…' }));
    await user.click(await screen.findByRole('button', { name: 'Save the template' }));
    await user.click(await screen.findByRole('button', { name: 'Show' }));

    await user.click(await screen.findByRole('button', { name: 'What Web shop makes' }));
    const dialog = await screen.findByRole('dialog', { name: 'Web shop' });
    expect(await within(dialog).findByText(/^\d+ tasks$/)).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));

    await user.click(await screen.findByRole('button', { name: 'Delete the template Web shop' }));
    await waitFor(() => expect(server.state.projectTemplates).toEqual([]));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.state.projectTemplates[0]?.name).toBe('Web shop'));
  });
});
