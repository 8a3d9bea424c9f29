import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { renderApp } from '@/test/render-app';

// jsdom measures nothing: the grid is told how tall it is.
beforeAll(async () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(700);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1200);
  // Loaded late, which takes its time on a busy machine.
  await import('@/ui/combobox-list');
}, 60_000);

const cellOf = async (key: string, column: string) => {
  const row = (await screen.findByText(key)).closest<HTMLElement>('[role=row]');
  const names = screen.getAllByRole('columnheader').map((head) => head.textContent);
  const cell = within(row ?? document.body).getAllByRole('gridcell')[names.indexOf(column)];
  if (!cell) throw new Error(`There is no column ${column}.`);
  return cell;
};

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
    expect(screen.getByRole('columnheader', { name: 'Due' })).toHaveAttribute('aria-sort', 'descending');
    await user.click(screen.getByRole('columnheader', { name: 'Due' }));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it('has the columns that are chosen', async () => {
    const { user, router } = await renderApp('/p/WEB/table?cols=due');
    await screen.findByRole('columnheader', { name: 'Due' });
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Difficulty' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ cols: 'due,difficulty' }));
    expect(screen.getByRole('columnheader', { name: 'Difficulty', hidden: true })).toBeInTheDocument();
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
