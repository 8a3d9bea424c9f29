import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/test/render-app';

type State = Awaited<ReturnType<typeof renderApp>>['server']['state'];

const group = (state: State, exclusive: boolean) => {
  for (const label of state.labels) {
    if (['Bug', 'API'].includes(label.name)) Object.assign(label, { group: 'Kind', exclusive });
  }
};

it('makes a group exclusive, for all of its labels', async () => {
  const { user, server } = await renderApp('/p/WEB/settings/labels', ({ state }) => group(state, false));
  await user.click(await screen.findByRole('checkbox', { name: 'At most one label of Kind on a task' }));
  await waitFor(() =>
    expect(server.state.labels.filter((label) => label.exclusive).map(({ name }) => name)).toEqual(['Bug', 'API']),
  );
  expect(screen.getByRole('checkbox', { name: 'At most one label of Kind on a task' })).toBeChecked();
});

it('chooses one of an exclusive group in the place of the other', async () => {
  const { user, server } = await renderApp('/p/WEB/board?task=WEB-295', ({ state }) => {
    group(state, true);
    for (const task of state.tasks) if (task.key === 'WEB-295') task.labels = ['Bug', 'Speed'];
  });
  await user.click(await screen.findByRole('button', { name: 'Add a label' }));
  expect(await screen.findByText('Kind · one of them')).toBeInTheDocument();
  await user.click(screen.getByRole('option', { name: /^API/ }));
  await waitFor(() => expect(server.task('WEB-295').labels).toEqual(['Speed', 'API']));
});

it('does the same to all that is selected', async () => {
  const { user, server } = await renderApp('/p/WEB/list', ({ state }) => {
    group(state, true);
    for (const task of state.tasks) task.labels = task.key === 'WEB-311' ? ['Bug', 'Speed'] : task.labels;
  });
  await screen.findByText('Let shoppers split an order over two delivery dates');
  await user.click(await screen.findByRole('checkbox', { name: /WEB-311/ }));
  await user.keyboard('l');
  await user.click(await screen.findByRole('option', { name: /^API/ }));
  await waitFor(() => expect(server.task('WEB-311').labels).toEqual(['Speed', 'API']));
});
