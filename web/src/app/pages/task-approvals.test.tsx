import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
// Its parts are loaded when they are wanted; here before the clock of the first test runs.
import '@/app/layout/app-shell';
import '@/app/pages/board-page';
import '@/app/pages/task-page';
import '@/app/pages/task-page-peek';
import '@/features/tasks/approvals/approval-list';
import '@/features/tasks/approvals/request-approval-dialog';
import '@/features/tasks/approvals/tell-refused-move';
import { type FakeServer, page, problem } from '@/test/fake/fake-server';
import { addApproval } from '@/test/fake/tasks/fake-approval-routes';
import { renderApp } from '@/test/render-app';

/** Done takes two approvals of three people; the reader is the first of them. */
function guarded({ state }: FakeServer) {
  const approverIds = state.users.slice(0, 3).map((user) => user.id);
  state.states = state.states.map((column) =>
    column.key === 'done' ? { ...column, approval: { approverIds, needed: 2 } } : column,
  );
}
const card = async () => (await screen.findByRole('heading', { name: 'Approval to go to Done' })).closest('li');

describe('approvals of an open task', () => {
  it('are asked for where the status is chosen, answered, and taken back', async () => {
    const { user, server } = await renderApp('/t/WEB-311', guarded);
    await user.click(await screen.findByRole('button', { name: /^Status:\s*To do$/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^Done\s*needs approval$/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Ask whether WEB-311 may go to Done' });
    expect(dialog).toHaveTextContent('takes 2 approvals. Who may approve: Ada Okafor, Lin Zhao, and Mara Silva.');
    await user.click(within(dialog).getByRole('button', { name: 'Request approval' }));

    const open = await card();
    if (!open) throw new Error('A request stands in a list.');
    expect(within(open).getByText('0 of 2 approved')).toBeInTheDocument();
    await user.type(within(open).getByLabelText('Comment on going to Done'), 'Fine');
    await user.click(within(open).getByRole('button', { name: 'Approve' }));
    expect(await within(open).findByText('1 of 2 approved')).toBeInTheDocument();
    expect(within(open).getByText('Fine')).toBeInTheDocument();
    expect(within(open).queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
    expect(server.task('WEB-311').status).toBe('todo');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await within(open).findByText('0 of 2 approved')).toBeInTheDocument();
    await user.click(await within(open).findByRole('button', { name: 'Approve' }));
    await user.click(await within(open).findByRole('button', { name: 'Take your answer back' }));
    expect(await within(open).findByRole('button', { name: 'Approve' })).toBeInTheDocument();

    await user.click(within(open).getByRole('button', { name: 'Withdraw the request' }));
    await waitFor(() => expect(server.state.approvals).toEqual([]));
    await waitFor(() => expect(screen.queryByText('Approval to go to Done')).not.toBeInTheDocument());
  });

  it('are asked for only once the task has what the state wants', async () => {
    const { user, server } = await renderApp('/t/WEB-311', (fake) => {
      guarded(fake);
      for (const column of fake.state.states) if (column.key === 'done') column.requiredFields = ['estimateMinutes'];
      fake.task('WEB-311').estimateMinutes = null;
    });
    await user.click(await screen.findByRole('button', { name: /^Status:\s*To do$/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^Done\s*needs approval$/ }));
    expect(
      await screen.findByText('Status was not saved. Before it goes to Done it needs: Estimate.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog', { name: /^Ask whether/ })).not.toBeInTheDocument();
    expect(server.task('WEB-311').status).toBe('todo');
  });

  it('are handed over to another member, who answers instead', async () => {
    const { user, server } = await renderApp('/t/WEB-311', (fake) => {
      guarded(fake);
      const approverIds = [fake.state.users[0]?.id ?? ''];
      addApproval(fake.state, fake.task('WEB-311').id, { approverIds, needed: 1 });
    });
    await user.click(await screen.findByRole('button', { name: 'Hand over' }));
    await user.click(await screen.findByRole('option', { name: /Lin Zhao/ }));
    expect(await screen.findByText('Lin Zhao answers in your place: WEB-311 to Done')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument());
    expect(server.state.approvals[0]?.approverIds).toEqual([server.state.users[1]?.id]);
  });

  it('are answered by a manager in the place of somebody who has left', async () => {
    const { user, server } = await renderApp('/t/WEB-311', (fake) => {
      guarded(fake);
      const gone = '00000000-0000-4000-8000-00000000dead';
      const approval = addApproval(fake.state, fake.task('WEB-311').id, { approverIds: [gone], needed: 1 });
      expect(approval.answers).toEqual([]);
    });
    expect(await screen.findByText('Left the project')).toBeInTheDocument();
    expect(screen.getByText(/in their place/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(server.task('WEB-311').status).toBe('done'));
  });

  it('are not answered in the place of somebody who runs the workspace', async () => {
    await renderApp('/t/WEB-311', (fake) => {
      guarded(fake);
      const lin = fake.state.users[1]?.id ?? '';
      const others = fake.state.members.filter(({ userId }) => userId !== lin);
      fake.override('GET', /projects\/[^/]+\/members$/, () => page(others));
      addApproval(fake.state, fake.task('WEB-311').id, { approverIds: [lin], needed: 1 });
    });
    const open = await card();
    await waitFor(() => expect(open).toHaveTextContent('Lin Zhao'));
    expect(open).toHaveTextContent('Not answered yet');
    expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
  });

  it('move the task with the last one, and show who has refused', async () => {
    const { user, server, tell } = await renderApp('/t/WEB-311', (fake) => {
      guarded(fake);
      const lin = fake.state.users[1]?.id ?? '';
      const answers = [{ userId: lin, isApproval: true, note: 'Ship it', at: new Date().toISOString() }];
      addApproval(fake.state, fake.task('WEB-311').id, { requestedBy: lin, answers });
    });
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('Approved: WEB-311 moved to Done')).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: /^Status:\s*Done$/ })).toBeInTheDocument();

    const { id, version } = server.task('WEB-311');
    const last = server.state.approvals[0];
    if (!last) throw new Error('It was asked for.');
    server.state.approvals = [{ ...last, id: 'second', state: 'rejected' }];
    await tell({
      type: 'task.approval_answered',
      subject: { kind: 'task', id },
      version: version + 1,
      at: new Date().toISOString(),
      actorId: null,
      changeId: 'elsewhere',
      clientId: null,
      projectId: server.task('WEB-311').projectId,
      taskId: id,
      changes: null,
    });
    await waitFor(async () => expect(await card()).toHaveAttribute('data-state', 'rejected'));
  });
});

describe('a status that the workflow refuses', () => {
  const needsFields = {
    status: 422,
    body: {
      status: 422,
      code: 'fields_required',
      detail: 'Raw.',
      fields: ['estimateMinutes', 'priority', 'Oven', 'Root cause'],
    },
  };

  it('is explained below the control in the words of the screen', async () => {
    const { user } = await renderApp('/t/WEB-311', (fake) => {
      fake.task('WEB-311').customFields = { Oven: 'Stone' };
      fake.override('PATCH', /tasks\/[^/]+$/, ({ body }) => (body.status ? needsFields : problem(500, 'no')));
    });
    await user.click(await screen.findByRole('button', { name: /^Status:\s*To do$/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Done' }));
    const sentence = 'Status was not saved. Before it goes to Done it needs: Estimate and Root cause.';
    expect(await screen.findByText(sentence)).toBeInTheDocument();
  });

  it('sends the card on the board back, says why, and leads to the request', async () => {
    const { user } = await renderApp('/p/WEB/board', (fake) => {
      guarded(fake);
      const approverIds = fake.state.users.slice(1, 2).map(({ id }) => id);
      fake.override('POST', /\/move$/, () => ({
        status: 422,
        body: { status: 422, code: 'approval_required', detail: 'Raw.', to: 'done', needed: 1, approverIds },
      }));
    });
    const found = await screen.findByRole('listitem', { name: /^WEB-311:/ });
    found.focus();
    await user.keyboard('m{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    const told = 'WEB-311 was not moved. Going to Done takes one approval. Who may approve: Lin Zhao.';
    expect(await screen.findByText(told)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Request approval' }));
    expect(await screen.findByRole('dialog', { name: 'Ask whether WEB-311 may go to Done' })).toBeInTheDocument();
  });
});
