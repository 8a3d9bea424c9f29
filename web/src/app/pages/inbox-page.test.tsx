import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

const entry = (title: RegExp) => screen.findByRole('button', { name: title });
const unread = (server: Awaited<ReturnType<typeof renderApp>>['server']) =>
  server.state.notifications.filter((item) => item.readAt === null).length;

describe('the inbox', () => {
  it('gathers news by task, in words, and opens the task beside it, read', async () => {
    const { user, server, router } = await renderApp('/inbox');
    const first = await entry(/Basket loses items/);
    await waitFor(() => expect(first).toHaveTextContent('Lin Zhao mentioned you and 2 more'));
    expect(document.title).toMatch(/^\(4\)/);
    await user.click(first);
    expect(await screen.findByRole('complementary', { name: 'Task WEB-295' })).toBeInTheDocument();
    expect(router.state.location.search).toEqual({ task: 'WEB-295' });
    await waitFor(() => expect(unread(server)).toBe(2));
    await waitFor(() => expect(document.title).toMatch(/^\(2\)/));
    await waitFor(() =>
      expect(within(screen.getByRole('list', { name: 'Earlier' })).getAllByRole('listitem')).toHaveLength(2),
    );
  });

  it('is walked and marked with the keyboard', async () => {
    const { user, server } = await renderApp('/inbox');
    await entry(/Basket loses items/);
    await user.keyboard('jj');
    expect(document.activeElement).toHaveTextContent('Category page stutters');
    await user.keyboard('e');
    await waitFor(() => expect(unread(server)).toBe(3));
    await user.keyboard('u');
    await waitFor(() => expect(unread(server)).toBe(4));
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('complementary', { name: 'Task WEB-294' })).toBeInTheDocument();
  });

  it('shows what is unread, and marks all of it as read', async () => {
    const { user, server } = await renderApp('/inbox?show=unread');
    await entry(/Basket loses items/);
    expect(screen.queryByRole('button', { name: /Speak the new total when/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Contrast of the sale badge/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Mark all as read' }));
    await waitFor(() => expect(unread(server)).toBe(0));
    await waitFor(() => expect(document.title).not.toMatch(/^\(/));
  });

  it('puts the mark back when the server refuses it', async () => {
    const { user } = await renderApp('/inbox', (fake) => {
      fake.override('PUT', /\/read$/, () => problem(422, 'no'));
    });
    const first = await entry(/Basket loses items/);
    first.focus();
    await user.keyboard('e');
    await waitFor(() => expect(document.title).toMatch(/^\(4\)/));
    expect(first).toHaveTextContent('Unread');
  });
});
