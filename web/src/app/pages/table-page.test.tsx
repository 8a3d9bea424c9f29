import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { buildTask, since } from '@/test/fake/fake-data';
import { buildCycle } from '@/test/fake/projects/fake-cycle-routes';
import { renderApp } from '@/test/render-app';

// jsdom measures nothing: the grid is told how tall it is.
beforeAll(async () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(700);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1200);
  // Loaded late, which takes its time on a busy machine.
  await Promise.all([import('@/ui/combobox-list'), import('@/features/cycles/cycle-bulk')]);
}, 60_000);

const cellOf = async (key: string, column: string) => {
  const row = (await screen.findByText(key)).closest<HTMLElement>('[role=row]');
  const names = screen.getAllByRole('columnheader').map((head) => head.textContent);
  const cell = within(row ?? document.body).getAllByRole('gridcell')[names.indexOf(column)];
  if (!cell) throw new Error(`There is no column ${column}.`);
  return cell;
};

const PLAIN = { formula: null, rollUp: null, resultType: null, taskTypes: [], required: 'never' as const };

describe('the table of a project', () => {
  it('is walked with the arrow keys and changed in place', async () => {
    const { user, server } = await renderApp('/p/WEB/table');
    const title = await cellOf('WEB-311', 'Title');
    title.focus();
    await user.keyboard('{Enter}');
    const field = await screen.findByRole('textbox', { name: 'Title' });
    await user.clear(field);
    await user.type(field, 'Two delivery dates{Enter}');
    await waitFor(() => expect(server.task('WEB-311').title).toBe('Two delivery dates'));
    expect(document.activeElement).toHaveAttribute('role', 'gridcell');

    (await cellOf('WEB-311', 'Title')).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    await user.click(await screen.findByRole('option', { name: 'Urgent' }));
    await waitFor(() => expect(server.task('WEB-311').priority).toBe('urgent'));
    // The picker gives the focus back to its cell.
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-column', 'priority'));

    (await cellOf('WEB-311', 'Estimate')).focus();
    await user.keyboard('{Enter}1h 30m{Tab}');
    await waitFor(() => expect(server.task('WEB-311').estimateMinutes).toBe(90));
  });

  it('leaves a cell as it was on Escape', async () => {
    const { user, server } = await renderApp('/p/WEB/table');
    const before = server.task('WEB-311').title;
    (await cellOf('WEB-311', 'Title')).focus();
    await user.keyboard('{F2}Nothing{Escape}');
    expect(server.task('WEB-311').title).toBe(before);
    expect(server.requests.some((request) => request.method === 'PATCH')).toBe(false);
  });

  it('sorts by a column, the other way round, and not at all', async () => {
    const { user, router } = await renderApp('/p/WEB/table');
    const head = await screen.findByRole('columnheader', { name: 'Due' });
    await user.click(head);
    await waitFor(() => expect(router.state.location.search).toEqual({ sort: 'dueAt' }));
    await user.click(screen.getByRole('columnheader', { name: 'Due' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ sort: '-dueAt' }));
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: 'Due' })).toHaveAttribute('aria-sort', 'descending'),
    );
    await user.click(screen.getByRole('columnheader', { name: 'Due' }));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it('has the columns that are chosen', async () => {
    const { user, router } = await renderApp('/p/WEB/table?cols=due');
    await screen.findByRole('columnheader', { name: 'Due' });
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Difficulty' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ cols: 'due,difficulty' }));
    expect(await screen.findByRole('columnheader', { name: 'Difficulty', hidden: true })).toBeInTheDocument();
  });

  it('selects rows by key, by a range and all, changes them in one act, and takes that back', async () => {
    const { user, server } = await renderApp('/p/WEB/table');
    (await cellOf('WEB-311', 'Title')).focus();
    await user.keyboard('x');
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('checkbox', { name: 'Select WEB-309' }));
    await user.keyboard('{/Shift}');
    const bar = await screen.findByRole('toolbar', { name: 'Selected tasks' });
    expect(bar).toHaveTextContent('3 selected');
    await user.click(within(bar).getByRole('button', { name: /^Priority/ }));
    await user.click(await screen.findByRole('option', { name: 'Urgent' }));
    await waitFor(() => expect(server.task('WEB-309').priority).toBe('urgent'));
    expect(server.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path)).toContain(
      '/api/tasks/bulk',
    );
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.task('WEB-309').priority).toBe('high'));
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    expect(bar).toHaveTextContent('60 selected');
  });

  it('has columns for the fields of the project, changed in place', async () => {
    const { user, server } = await renderApp('/p/WEB/table?cols=own-f1,own-f2,own-f3', ({ state }) => {
      const projectId = state.projects[0]?.id ?? '';
      const shared = { projectId, description: '', ...PLAIN, createdAt: since, version: 1 };
      state.plans.fields.push(
        { ...shared, id: 'f1', name: 'Cost', type: 'money', options: [], currency: 'EUR' },
        { ...shared, id: 'f2', name: 'Oven', type: 'choice', options: ['Stone', 'Steam'], currency: null },
        { ...shared, id: 'f3', name: 'Ready', type: 'formula', options: [], currency: null, resultType: 'date' },
      );
      for (const task of state.tasks) task.customFields = { Ready: '2020-12-24' };
    });
    await screen.findByRole('columnheader', { name: 'Cost' });
    (await cellOf('WEB-311', 'Ready')).focus();
    await user.keyboard('{Enter}');
    expect(await cellOf('WEB-311', 'Ready')).toHaveTextContent(/24.*2020/);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    (await cellOf('WEB-311', 'Cost')).focus();
    await user.keyboard('{Enter}12,5{Tab}');
    await waitFor(() => expect(server.task('WEB-311').customFields).toMatchObject({ Cost: 12.5 }));
    (await cellOf('WEB-311', 'Oven')).focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('option', { name: 'Steam' }));
    await waitFor(() => expect(server.task('WEB-311').customFields).toMatchObject({ Cost: 12.5, Oven: 'Steam' }));
    // What is computed is never sent.
    const sent = server.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body.customFields);
    expect(sent).toEqual([{ Cost: 12.5 }, { Oven: 'Steam' }]);
  });

  it('is sorted by a field of the project, and all that match are selected beyond what is loaded', async () => {
    const { user, server, router } = await renderApp('/p/WEB/table?cols=own-f1', ({ state }) => {
      const projectId = state.projects[0]?.id ?? '';
      const shared = { projectId, description: '', options: [], ...PLAIN, createdAt: since, version: 1 };
      state.plans.fields.push({ ...shared, id: 'f1', name: 'Cost', type: 'money', currency: 'EUR' });
      for (let number = 1; number <= 1000; number++) {
        const [id, key, rank] = [`t${number}`, `WEB-${number}`, `b${number}`];
        state.tasks.push(buildTask({ id, key, number, projectId, rank, labels: number > 870 ? ['Oven'] : [] }));
      }
    });
    const asked = () => server.requests.map(({ query }) => query.get('query'));
    const head = await screen.findByRole('columnheader', { name: 'Cost' });
    await user.click(head);
    await waitFor(() => expect(head).toHaveAttribute('aria-sort', 'ascending'));
    await waitFor(() => expect(asked()).toContain('order by field("Cost")'));
    await user.click(head);
    await waitFor(() => expect(asked()).toContain('order by field("Cost") desc'));

    await user.click(await screen.findByRole('checkbox', { name: 'Select all' }));
    const bar = await screen.findByRole('toolbar', { name: 'Selected tasks' });
    const all = await within(bar).findByRole('button', { name: 'Select the first 1,000' });
    expect(bar).toHaveTextContent('More match; 1,000 can be changed at once.');

    // A filter is set while these are loaded, and its list is not here yet.
    const answers: (() => void)[] = [];
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      if (/tasks\?.*(cursor|label=Oven)/.test(input)) await new Promise<void>((resolve) => answers.push(resolve));
      return server.fetch(input, init);
    });
    await user.click(all);
    await router.navigate({ to: '.', search: { cols: 'own-f1', label: 'Oven' } });
    expect(await within(bar).findByRole('button', { name: 'Select all that match', busy: true })).toBe(all);
    expect(all).toHaveAttribute('aria-disabled', 'true');
    await waitFor(() => expect(answers.length).toBeGreaterThan(1));
    vi.stubGlobal('fetch', server.fetch);
    for (const answer of answers) answer();
    await waitFor(() => expect(all).not.toBeInTheDocument());
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.click(await screen.findByRole('button', { name: 'Select all 130 that match' }));
    await waitFor(() =>
      expect(screen.getByRole('toolbar', { name: 'Selected tasks' })).toHaveTextContent('130 selected'),
    );
    expect(screen.queryByRole('button', { name: /that match/ })).toBeNull();
  });

  it('takes what is selected into a cycle and out of it', async () => {
    const { user, server } = await renderApp('/p/WEB/table', ({ state }) => {
      state.cycles.push(buildCycle({ id: 'c1', name: 'Spring' }));
    });
    const [cycle] = server.state.cycles;
    (await cellOf('WEB-311', 'Title')).focus();
    await user.keyboard('x');
    await user.click(await screen.findByRole('button', { name: 'Cycle' }));
    await user.click(await screen.findByRole('option', { name: 'Take into Spring' }));
    await screen.findByText('One task taken into Spring');
    expect(cycle?.taskIds).toEqual([server.task('WEB-311').id]);
    await user.click(await screen.findByRole('button', { name: 'Cycle' }));
    await user.click(await screen.findByRole('option', { name: 'Take out of Spring' }));
    await screen.findByText('One task left Spring');
    expect(cycle?.taskIds).toEqual([]);
  });

  it('cannot be changed by a viewer', async () => {
    const { user } = await renderApp('/p/WEB/table', (server) => {
      for (const project of server.state.projects) project.role = 'viewer';
    });
    (await cellOf('WEB-311', 'Title')).focus();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull();
  });
});
