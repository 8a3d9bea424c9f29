import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
// Loaded before the clock of the first test runs.
import '@/app/layout/app-shell';
import '@/app/pages/project-settings-page';
import '@/features/project-settings/workflow/remove-state-dialog';
import '@/features/project-settings/workflow/state-rules-dialog';
import { shortDate, today } from '@/lib/dates';
import { renderApp } from '@/test/render-app';

describe('the workflow of a project', () => {
  it('takes a new state, a new name, another place and fewer moves', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/workflow');
    await user.type(await screen.findByLabelText('Name of the new state'), 'Testing{Enter}');
    await waitFor(() => expect(server.state.states.map((state) => state.key)).toContain('testing'));

    const name = await screen.findByLabelText('Name of the state Testing');
    await user.clear(name);
    await user.type(name, 'In test{Enter}');
    await waitFor(() => expect(server.state.states[4]).toMatchObject({ key: 'testing', name: 'In test' }));

    await user.click(screen.getByRole('button', { name: 'Move In test up' }));
    await waitFor(() => expect(server.state.states[3]?.key).toBe('testing'));

    await user.click(screen.getByRole('button', { name: /^Moves from Done/ }));
    await user.click(await screen.findByRole('checkbox', { name: 'Backlog' }));
    await waitFor(() =>
      expect(server.state.states.find((state) => state.key === 'done')?.next).not.toContain('backlog'),
    );
    expect(server.state.states.find((state) => state.key === 'done')?.next).toHaveLength(5);
  });

  it('takes rules: what a task must have, who approves, who moves it on', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/workflow');
    await user.click(await screen.findByRole('button', { name: 'Rules of Done' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Due' }));
    await user.click(screen.getByRole('button', { name: /Approved by/ }));
    await user.click(await screen.findByRole('option', { name: /Lin Zhao/ }));
    await user.click(await screen.findByRole('option', { name: /Mara Silva/ }));
    await user.keyboard('{Escape}');
    await user.selectOptions(await screen.findByLabelText('Approvals needed'), '2');
    await user.selectOptions(screen.getByLabelText('to Cancelled'), 'Managers and the owner');
    await user.click(screen.getByRole('button', { name: 'Save the rules' }));
    await waitFor(() =>
      expect(server.state.states.find((state) => state.key === 'done')).toMatchObject({
        requiredFields: ['dueAt'],
        approval: { approverIds: [expect.any(String), expect.any(String)], needed: 2 },
        guards: [{ to: 'cancelled', role: 'manager' }],
      }),
    );
    expect(await screen.findByRole('button', { name: 'Rules of Done: 3' })).toBeInTheDocument();
  });

  it('loses a state, whose tasks go where one says', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/workflow');
    await user.click(await screen.findByRole('button', { name: 'Delete the state In review' }));
    await user.selectOptions(await screen.findByLabelText('Its tasks go to'), 'Done');
    await user.click(screen.getByRole('button', { name: 'Delete the state' }));
    await waitFor(() => expect(server.state.states.map((state) => state.key)).not.toContain('in_review'));
    expect(server.state.tasks.some((task) => task.status === 'in_review')).toBe(false);
    await waitFor(() => expect(screen.queryByLabelText('Name of the state In review')).toBeNull());
  });

  it('can only be read by a viewer', async () => {
    await renderApp('/p/WEB/settings/workflow', (server) => {
      for (const project of server.state.projects) project.role = 'viewer';
    });
    expect(await screen.findByText('In review')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getAllByText('Leads anywhere')).toHaveLength(6);
  });
});

describe('the fields of a project', () => {
  it('are computed by a formula, whose fault is shown where it stands, or from the tasks below', async () => {
    let refusals = 1;
    const { user, server } = await renderApp('/p/WEB/settings/fields', (fake) => {
      const projectId = fake.state.projects[0]?.id ?? '';
      const plain = {
        ...{ formula: null, rollUp: null, resultType: null, taskTypes: [], required: 'never' as const },
        createdAt: '2026-11-23T08:00:00Z',
        version: 1,
      };
      fake.state.plans.fields.push({
        ...plain,
        id: 'f1',
        projectId,
        name: 'Cost',
        type: 'money',
        description: '',
        options: [],
        currency: 'EUR',
      });
      fake.override('POST', /custom-fields$/, ({ body }, state) => {
        refusals -= 1;
        if (refusals >= 0) {
          const errors = { formula: ['At position 16: A value is expected here.'] };
          return { status: 400, body: { status: 400, code: 'invalid', detail: '', position: 16, errors } };
        }
        const field = {
          ...plain,
          id: `f${2 - refusals}`,
          projectId,
          description: '',
          options: [],
          currency: null,
          ...body,
        };
        state.plans.fields.push(Object(field));
        return { status: 201, body: field };
      });
    });
    await user.click(await screen.findByRole('button', { name: 'Add a field' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a field' });
    await user.type(within(dialog).getByLabelText('Name'), 'Sum');
    await user.selectOptions(within(dialog).getByLabelText('Type'), 'Formula');
    await user.click(within(dialog).getByRole('button', { name: 'Insert' }));
    await user.click(await screen.findByRole('menuitem', { name: 'field("Cost")' }));
    await waitFor(() => expect(within(dialog).getByLabelText('Formula')).toHaveValue('field("Cost")'));
    await user.type(within(dialog).getByLabelText('Formula'), ' *');
    await user.click(within(dialog).getByRole('button', { name: 'Add a field' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('field("Cost") * A value is expected here.');
    await user.type(within(dialog).getByLabelText('Formula'), ' 2');
    await user.click(within(dialog).getByRole('button', { name: 'Add a field' }));
    expect(await screen.findByText('Formula · field("Cost") * 2')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Add a field' }));
    const second = await screen.findByRole('dialog', { name: 'Add a field' });
    await user.type(within(second).getByLabelText('Name'), 'All');
    await user.selectOptions(within(second).getByLabelText('Type'), 'Roll-up of sub-tasks');
    await user.selectOptions(within(second).getByLabelText('Of'), 'Cost');
    await user.click(within(second).getByRole('button', { name: 'Add a field' }));
    expect(await screen.findByText('Roll-up of sub-tasks · Sum of Cost')).toBeInTheDocument();
    expect(server.state.plans.fields.at(-1)).toMatchObject({ rollUp: { function: 'sum', field: 'Cost' } });
  });

  it('are made, changed and removed', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/fields');
    await user.click(await screen.findByRole('button', { name: 'Add a field' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a field' });
    await user.type(within(dialog).getByLabelText('Name'), 'Van');
    await user.selectOptions(within(dialog).getByLabelText('Type'), 'One of a list');
    await user.type(within(dialog).getByLabelText('What can be chosen'), 'North{Enter}South{Enter}{Enter}North');
    await user.click(within(dialog).getByRole('button', { name: 'Add a field' }));
    expect(await screen.findByText('One of a list · North, South')).toBeInTheDocument();
    expect(server.state.plans.fields[0]).toMatchObject({ name: 'Van', type: 'choice', options: ['North', 'South'] });

    await user.click(screen.getByRole('button', { name: 'Change the field Van' }));
    const change = await screen.findByRole('dialog', { name: 'Change Van' });
    expect(within(change).getByLabelText('Type')).toBeDisabled();
    await user.type(within(change).getByLabelText('Name'), 's');
    await user.click(within(change).getByLabelText('Belongs to'));
    await user.click(await screen.findByRole('option', { name: 'Bug' }));
    await user.keyboard('{Escape}');
    await user.selectOptions(within(change).getByLabelText('Needs a value'), 'Before a task is completed');
    await user.click(within(change).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Vans')).toBeInTheDocument();
    expect(screen.getByText(/North, South · only Bug · needed before completion/)).toBeInTheDocument();
    expect(server.state.plans.fields[0]).toMatchObject({ taskTypes: ['bug'], required: 'completion' });

    await user.click(screen.getByRole('button', { name: 'Remove the field Vans' }));
    const leave = await screen.findByRole('dialog', { name: 'Remove the field Vans?' });
    await user.type(within(leave).getByLabelText('Type Vans to confirm'), 'vans');
    await user.click(within(leave).getByRole('button', { name: 'Remove the field' }));
    expect(await screen.findByText('No fields of your own yet')).toBeInTheDocument();
  });
});

describe('the working days of a project', () => {
  it('get hours and days without work', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/calendar');
    await user.click(await screen.findByRole('checkbox', { name: 'Tuesday' }));
    await waitFor(() => expect(server.state.calendar.week).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Add hours on Tuesday' }));
    await waitFor(() => expect(server.state.calendar.week[1]?.hours).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'No date' }));
    await user.click(await screen.findByRole('button', { name: 'Today' }));
    await waitFor(() => expect(server.state.calendar.holidays).toHaveLength(1));
    await user.click(await screen.findByRole('button', { name: `Remove ${shortDate(today(), today())}` }));
    await waitFor(() => expect(server.state.calendar.holidays).toHaveLength(0));
  });
});

describe('the labels of a project', () => {
  it('stand below headings, in the settings and where one picks them', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/labels');
    const heading = await screen.findByLabelText('Group of Speed');
    await user.type(heading, 'Quality{Enter}');
    await waitFor(() => expect(server.state.labels.find((label) => label.name === 'Speed')?.group).toBe('Quality'));
    expect(await screen.findByRole('heading', { name: 'Quality' })).toBeInTheDocument();
    await user.clear(await screen.findByLabelText('Group of Speed'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Quality' })).toBeNull());
  });
});
