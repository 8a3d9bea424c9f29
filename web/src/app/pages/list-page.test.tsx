import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

const row = (key: string) => screen.findByRole('row', { name: new RegExp(`^${key}:`) });
const bulks = (server: Awaited<ReturnType<typeof renderApp>>['server']) =>
  server.requests.filter((request) => request.path === '/api/tasks/bulk');

describe('the list of a project', () => {
  it('shows tasks under their status and opens one beside the list', async () => {
    const { user, router } = await renderApp('/p/WEB/list');
    expect(await screen.findByRole('row', { name: 'To do, 16' })).toBeInTheDocument();
    await user.click(within(await row('WEB-311')).getByText('WEB-311'));
    expect(await screen.findByRole('complementary', { name: 'Task WEB-311' })).toBeInTheDocument();
    expect(router.state.location.search).toEqual({ task: 'WEB-311' });
  });

  it('folds a group and remembers it', async () => {
    const { user } = await renderApp('/p/WEB/list');
    await user.click(await screen.findByRole('row', { name: 'To do, 16' }));
    await waitFor(() => expect(screen.queryByText('WEB-311')).not.toBeInTheDocument());
    expect(Object.values({ ...localStorage })).toContain('todo');
  });

  it('asks the server for what the filters say, and for the next page at the end', async () => {
    const { server, user } = await renderApp('/p/WEB/list?priority=urgent&group=none&sort=dueAt', (fake) => {
      const [first] = fake.state.tasks;
      if (!first) throw new Error('no tasks');
      fake.state.tasks = Array.from({ length: 130 }, (_, index) => ({
        ...first,
        id: `t${String(index).padStart(3, '0')}`,
        key: `WEB-${index + 1}`,
        priority: 'urgent',
      }));
    });
    await row('WEB-1');
    const asked = () => server.requests.filter(({ path, query }) => path === '/api/tasks' && query.has('sort'));
    expect(Object.fromEntries(asked()[0]?.query ?? [])).toMatchObject({
      priority: 'urgent',
      sort: 'dueAt',
      limit: '100',
    });
    expect(screen.getByText('100+ tasks')).toBeInTheDocument();
    // The end comes into sight when the focus goes there.
    (await row('WEB-1')).focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(asked().some((request) => request.query.get('cursor') === '100')).toBe(true));
    expect(await screen.findByText('130 tasks')).toBeInTheDocument();
  });

  it('says when the filters hide everything, and shows it again', async () => {
    const { user } = await renderApp('/p/WEB/list?q=nothing+like+this');
    await user.click(await screen.findByRole('button', { name: 'Clear 1 filter' }));
    expect(await row('WEB-311')).toBeInTheDocument();
  });

  it('changes one task from its row, at once, and takes it back', async () => {
    const { user, server } = await renderApp('/p/WEB/list');
    await user.click(within(await row('WEB-311')).getByRole('button', { name: 'Priority: Medium' }));
    await user.click(await screen.findByRole('option', { name: /Urgent/ }));
    await waitFor(() => expect(server.task('WEB-311').priority).toBe('urgent'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.task('WEB-311').priority).toBe('medium'));
    expect(await within(await row('WEB-311')).findByRole('button', { name: 'Priority: Medium' })).toBeInTheDocument();
  });

  it('selects with the keyboard and changes the status of all that is selected', async () => {
    const { user, server } = await renderApp('/p/WEB/list');
    (await row('WEB-311')).focus();
    await user.keyboard('x');
    await user.keyboard('jx');
    expect(await screen.findByRole('toolbar', { name: 'Selected tasks' })).toHaveTextContent('2 selected');
    await user.keyboard('s');
    await user.click(await screen.findByRole('option', { name: /Done/ }));
    await waitFor(() => expect(server.task('WEB-310').status).toBe('done'));
    expect(server.task('WEB-311').status).toBe('done');
    const ids = [server.task('WEB-311').id, server.task('WEB-310').id];
    expect(bulks(server).map(({ body }) => body)).toEqual([{ ids, changes: { status: 'done' }, atomic: true }]);
    expect(await screen.findByText('2 tasks moved to Done')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.task('WEB-311').status).toBe('todo'));
  });

  it('says why the workflow refuses a status, and leads to where that can be mended', async () => {
    const refusal = { status: 422, code: 'fields_required', detail: 'Raw.', fields: ['estimateMinutes'] };
    const { user, router } = await renderApp('/p/WEB/list', (fake) =>
      fake.override('PATCH', /tasks\/[^/]+$/, () => ({ status: 422, body: refusal })),
    );
    (await row('WEB-311')).focus();
    await user.keyboard('s');
    await user.click(await screen.findByRole('option', { name: /Done/ }));
    const told = 'WEB-311 was not moved. Before it goes to Done it needs: Estimate.';
    expect(await screen.findByText(told)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/t/WEB-311'));
  });

  it('changes nothing when one of them is refused, then the others, and reports the refused one', async () => {
    const { user, server } = await renderApp('/p/WEB/list', (fake) => {
      fake.state.locked.add(fake.task('WEB-311').id);
    });
    (await row('WEB-311')).focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}p');
    await user.click(await screen.findByRole('option', { name: /Urgent/ }));
    expect(await screen.findByText('Nothing was changed. WEB-311: Not from here.')).toBeInTheDocument();
    expect(server.task('WEB-310').priority).not.toBe('urgent');
    await user.click(screen.getByRole('button', { name: 'Change the others' }));
    const report = await screen.findByRole('dialog', { name: 'One task was not changed' });
    expect(report).toHaveTextContent('Not from here.');
    expect(server.task('WEB-310').priority).toBe('urgent');
    await user.click(within(report).getAllByRole('button', { name: 'Close' })[0] ?? report);
    expect(within(await row('WEB-311')).getByRole('button', { name: 'Priority: Medium' })).toBeInTheDocument();
  });

  it('deletes what is selected and brings it back', async () => {
    const { user, server } = await renderApp('/p/WEB/list');
    (await row('WEB-311')).focus();
    await user.keyboard('x{Delete}');
    await waitFor(() => expect(screen.queryByText('WEB-311')).not.toBeInTheDocument());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await row('WEB-311')).toBeInTheDocument();
    expect(server.task('WEB-311')).toBeDefined();
  });

  it('draws nothing that a viewer may not do', async () => {
    await renderApp('/p/WEB/list', (fake) => {
      for (const project of fake.state.projects) project.role = 'viewer';
    });
    const first = await row('WEB-311');
    expect(within(first).queryByRole('checkbox')).not.toBeInTheDocument();
    expect(within(first).queryByRole('button')).not.toBeInTheDocument();
  });

  it('says that it could not be loaded and tries again', async () => {
    let isDown = true;
    const { user } = await renderApp('/p/WEB/list', (fake) => {
      fake.override('GET', /^\/api\/tasks$/, () =>
        isDown ? problem(400, 'broken', 'Broken.') : { body: { items: [fake.task('WEB-311')], nextCursor: null } },
      );
    });
    const retry = await screen.findByRole('button', { name: 'Try again' });
    isDown = false;
    await user.click(retry);
    expect(await row('WEB-311')).toBeInTheDocument();
  });
});
