import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { addDays, today } from '@/lib/dates';
import { renderApp } from '@/test/render-app';

it('groups my open tasks by when they are due and lets one be done', async () => {
  const { user, server } = await renderApp('/my', (fake) => {
    const me = fake.state.users[0]?.id ?? '';
    for (const task of fake.state.tasks) task.assigneeIds = [];
    Object.assign(fake.task('WEB-311'), { assigneeIds: [me], dueAt: addDays(today(), -2) });
    Object.assign(fake.task('WEB-310'), { assigneeIds: [me], dueAt: null });
  });
  expect(await screen.findByRole('row', { name: 'Overdue, 1' })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: 'No date, 1' })).toBeInTheDocument();
  const late = await screen.findByRole('row', { name: /^WEB-311:/ });
  expect(within(late).getByText('Web shop')).toBeInTheDocument();

  await user.click(within(late).getByRole('button', { name: 'Status: To do' }));
  await user.click(await screen.findByRole('option', { name: /Done/ }));
  await waitFor(() => expect(server.task('WEB-311').status).toBe('done'));
  await waitFor(() => expect(screen.queryByRole('row', { name: 'Overdue, 1' })).not.toBeInTheDocument());

  await user.click(within(screen.getByRole('row', { name: /^WEB-310:/ })).getByText('WEB-310'));
  expect(await screen.findByRole('complementary', { name: 'Task WEB-310' })).toBeInTheDocument();
});
