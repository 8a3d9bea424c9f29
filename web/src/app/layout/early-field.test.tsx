import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeLayer } from '@/app/shell-state';
import { renderApp } from '@/test/render-app';

afterEach(() => act(closeLayer));

const gates = vi.hoisted(() => {
  const gate = () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open, opened };
  };
  return { palette: gate(), createTask: gate() };
});

vi.mock('@/app/layout/palette', async (load) => {
  await gates.palette.opened;
  return load();
});
vi.mock('@/features/quick-add/create-task-dialog', async (load) => {
  await gates.createTask.opened;
  return load();
});

describe('a layer whose code is still on its way', () => {
  it('keeps what is typed into the command menu before it is there', async () => {
    const { user } = await renderApp('/p/WEB/board');
    await screen.findByText('Web shop', { selector: 'h1' });
    await user.keyboard('{Control>}k{/Control}vouc');
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();

    gates.palette.open();
    const field = await screen.findByRole('combobox');
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard('her');
    expect(field).toHaveValue('voucher');
    expect(await screen.findByRole('option', { name: /WEB-\d+ Voucher with a blank/ })).toBeInTheDocument();
  });

  it('keeps the title of a new task, too, and closes with Escape at any time', async () => {
    const { user } = await renderApp('/p/WEB/board');
    await screen.findByText('Web shop', { selector: 'h1' });
    const opener = screen.getByRole('button', { name: /Northwind Studio/ });
    opener.focus();

    await user.keyboard('cPaint{Escape}');
    await waitFor(() => expect(opener).toHaveFocus());

    await user.keyboard('cPaint the ');
    gates.createTask.open();
    // What is typed while React holds the finished dialog back still goes to the line that stands there.
    await user.keyboard('old ');
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await waitFor(() => expect(title).toHaveFocus());
    await user.keyboard('lighthouse');
    expect(title).toHaveValue('Paint the old lighthouse');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(opener).toHaveFocus());
  });
});

describe('a new task asked for before it is known who asks', () => {
  it('keeps its title', async () => {
    let answer = () => {};
    const known = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { user } = await renderApp('/p/WEB/board', (server) => {
      const { fetch } = server;
      server.fetch = async (input, init) => {
        if (String(input).includes('/users/profile')) await known;
        return fetch(input, init);
      };
    });
    await screen.findByText('Web shop', { selector: 'h1' });
    await user.keyboard('cPaint ');
    answer();
    await user.keyboard('the ');
    gates.createTask.open();
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await waitFor(() => expect(title).toHaveFocus());
    await user.keyboard('boat');
    expect(title).toHaveValue('Paint the boat');
  });
});
