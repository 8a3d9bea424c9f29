import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { addDays, today } from '@/lib/dates';
import { buildCycle } from '@/test/fake/projects/fake-cycle-routes';
import { renderApp } from '@/test/render-app';

it('makes a cycle behind the last one, takes on a task, and closes it with the rest carried over', async () => {
  const { user, server } = await renderApp('/p/WEB/cycles', ({ state }) => {
    state.cycles.push(
      buildCycle({ id: 'c1', name: 'Cycle 1', startDate: addDays(today(), -3), endDate: addDays(today(), 4) }),
    );
  });
  await user.click(await screen.findByRole('button', { name: 'Add a cycle' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add a cycle' });
  await user.click(within(dialog).getByRole('button', { name: 'Add a cycle' }));
  await waitFor(() =>
    expect(server.state.cycles).toMatchObject([{ id: 'c1' }, { name: 'Cycle 2', startDate: addDays(today(), 5) }]),
  );

  const region = await screen.findByRole('region', { name: 'Cycle 1' });
  await user.click(await within(region).findByRole('button', { name: 'Add a task' }));
  await user.type(await screen.findByRole('combobox', { name: 'Add a task' }), '311');
  await user.click(await screen.findByRole('option', { name: /WEB-311/ }));
  expect(await within(region).findByRole('button', { name: 'Take WEB-311 out of the cycle' })).toBeInTheDocument();
  await user.keyboard('{Escape}');

  await user.click(screen.getByRole('button', { name: 'Close Cycle 1' }));
  const closing = await screen.findByRole('dialog', { name: 'Close Cycle 1?' });
  expect(within(closing).getByRole('combobox')).toHaveDisplayValue('Carry over to Cycle 2');
  // The first one is the cross of the dialog.
  await user.click(within(closing).getAllByRole('button', { name: 'Close' }).at(-1) ?? closing);
  await waitFor(() => expect(server.state.cycles[0]?.state).toBe('closed'));
  const asked = server.requests.find(({ path }) => path === '/api/cycles/c1/close');
  expect(asked?.body).toEqual({ carryOverTo: server.state.cycles[1]?.id });
});

it('weighs what a cycle has taken on against the time of its people, and warns when that becomes too much', async () => {
  const { user, server } = await renderApp('/p/WEB/cycles', (fake) => {
    const days = { startDate: addDays(today(), -3), endDate: addDays(today(), 4) };
    const [held, more] = [fake.task('WEB-310'), fake.task('WEB-311')];
    const assigneeIds = [fake.state.users[0]?.id ?? ''];
    Object.assign(held, { estimateMinutes: 240, assigneeIds });
    Object.assign(more, { estimateMinutes: 120, assigneeIds });
    fake.state.cycles.push(buildCycle({ id: 'c1', name: 'Cycle 1', ...days, taskIds: [held.id] }));
  });
  const capacity = await screen.findByRole('region', { name: 'Capacity' });
  expect(capacity).toHaveTextContent('4 h of 5 h10 working days');
  expect(within(capacity).getByRole('listitem')).toHaveTextContent('4 h of 5 h1 h off');

  const region = await screen.findByRole('region', { name: 'Cycle 1' });
  await user.click(await within(region).findByRole('button', { name: 'Add a task' }));
  await user.type(await screen.findByRole('combobox', { name: 'Add a task' }), '311');
  await user.click(await screen.findByRole('option', { name: /WEB-311/ }));
  expect(
    await screen.findByText(/^Cycle 1 takes on more than there is time for: all together 6 h of 5 h; .+ 6 h of 5 h$/),
  ).toBeInTheDocument();
  expect(server.state.cycles[0]?.taskIds).toHaveLength(2);
  await waitFor(() => expect(capacity).toHaveTextContent('6 h of 5 h1 h too much'));
});
