import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { buildView } from '@/test/fake/tasks/fake-view-routes';
import { renderApp } from '@/test/render-app';

// Loaded late, which takes its time on a busy machine.
beforeAll(async () => {
  await Promise.all([
    import('@/features/views/views-menu'),
    import('@/app/pages/view-page'),
    import('@/features/tasks/query/query-field'),
  ]);
}, 60_000);

it('saves what is looked at, opens it again, keeps a change, and deletes it with a way back', async () => {
  const { user, server, router } = await renderApp('/p/WEB/list?priority=urgent&sort=dueAt');
  await user.click(await screen.findByRole('button', { name: 'Views' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Save as a new view…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Save this view' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Fires');
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Who sees it' }), 'Everyone in the project');
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(server.state.views).toMatchObject([
      { name: 'Fires', query: 'priority = urgent order by due', visibility: 'project', layout: 'list' },
    ]),
  );
  const id = server.state.views[0]?.id;
  await waitFor(() =>
    expect(router.state.location.search).toEqual({ query: 'priority = urgent', sort: 'dueAt', view: id }),
  );

  await router.navigate({ to: '/p/$key/list', params: { key: 'WEB' }, search: { query: 'priority = low', view: id } });
  await user.click(await screen.findByRole('button', { name: /^Fires.*changed/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Save the changes to Fires' }));
  await waitFor(() => expect(server.state.views[0]?.query).toBe('priority = low'));

  await user.click(await screen.findByRole('button', { name: /^Fires/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete this view' }));
  await waitFor(() => expect(server.state.views).toHaveLength(0));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(server.state.views).toMatchObject([{ name: 'Fires', query: 'priority = low' }]));
});

it('shows a view of the whole workspace, named in the sidebar', async () => {
  const { user } = await renderApp('/projects', ({ state }) => {
    state.views.push(buildView({ name: 'Fires everywhere', projectId: null, query: 'priority = urgent' }));
  });
  await user.click(await screen.findByRole('link', { name: 'Fires everywhere' }));
  const grid = await screen.findByRole('treegrid', { name: 'Fires everywhere' });
  expect(within(grid).getAllByRole('row')).toHaveLength(3);
});

it('says what a view names that is gone, and lets its query be mended', async () => {
  const { user, server } = await renderApp('/p/WEB/list', ({ state }) => {
    state.views.push(buildView({ name: 'Dear', query: 'cost = 5' }));
    state.views.push(buildView({ name: 'Dear everywhere', projectId: null, query: 'cost = 5' }));
  });
  await user.click(await screen.findByRole('button', { name: 'Views' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Dear' }));
  await mend(user);
  await screen.findByRole('treegrid');

  await user.click(screen.getByRole('link', { name: 'Dear everywhere' }));
  await screen.findByRole('heading', { name: 'The query of this view cannot be asked any more' });
  await mend(user);
  await screen.findByRole('treegrid', { name: 'Dear everywhere' });
  expect(server.state.views[1]?.query).toBe('priority = urgent');
});

async function mend(user: UserEvent) {
  const field = await screen.findByRole('combobox', { name: 'Query' });
  expect(field).toHaveAccessibleDescription(/There is no field "cost"/);
  await user.clear(field);
  await user.paste('priority = urgent');
  await user.keyboard('{Enter}');
}
