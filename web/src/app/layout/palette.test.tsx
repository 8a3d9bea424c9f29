import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closeLayer } from '@/app/shell-state';
import { renderApp } from '@/test/render-app';

afterEach(closeLayer);

async function openPalette(path: string) {
  const app = await renderApp(path);
  await screen.findByText('Web shop', { selector: 'h1' });
  await app.user.keyboard('{Control>}k{/Control}');
  return { ...app, field: await screen.findByRole('combobox') };
}

describe('the command menu', () => {
  it('finds tasks on the server and opens the chosen one with the keyboard alone', async () => {
    const { user, router, field } = await openPalette('/p/WEB/board');
    await user.type(field, 'voucher');
    const found = await screen.findByRole('option', { name: /WEB-\d+ Voucher with a blank/ });
    await waitFor(() => expect(found).toHaveAttribute('aria-selected', 'true'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.search).toMatchObject({ task: expect.stringMatching(/^WEB-/) }));
  });

  it('leads to the tasks of a person and to a project by its key', async () => {
    const { user, router, field, server } = await openPalette('/p/WEB/board');
    await user.type(field, 'Lin Z');
    await user.click(await screen.findByRole('option', { name: 'Tasks of Lin Zhao' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/p/WEB/list'));
    expect(router.state.location.search).toEqual({ assignee: server.state.users[1]?.id });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'PAY');
    await user.click(await screen.findByRole('option', { name: /^Payments/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/p/PAY/board'));
  });

  it('changes the open task in two steps, and goes back one with Escape', async () => {
    const { user, server } = await openPalette('/p/WEB/board?task=WEB-311');
    await user.click(await screen.findByRole('option', { name: /Change status/ }));
    expect(await screen.findByRole('option', { name: /Done/ })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('option', { name: /Change priority/ }));
    await user.click(await screen.findByRole('option', { name: /Urgent/ }));
    await waitFor(() => expect(server.task('WEB-311').priority).toBe('urgent'));
    await waitFor(() => expect(screen.queryByRole('combobox')).not.toBeInTheDocument());
  });

  it('remembers what was opened lately', async () => {
    const first = await renderApp('/p/WEB/board?task=WEB-310');
    await screen.findByRole('complementary', { name: 'Task WEB-310' });
    first.unmount();
    await openPalette('/p/WEB/board');
    expect(await screen.findByRole('option', { name: /WEB-310 Describe the stock feed/ })).toBeInTheDocument();
  });
});
