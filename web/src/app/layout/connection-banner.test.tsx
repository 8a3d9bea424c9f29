import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { live } from '@/api/live';
import { renderApp } from '@/test/render-app';

it('says after a while that there is no connection, and connects again when asked', async () => {
  const { user } = await renderApp('/projects');
  await screen.findByText('Live');
  let isUp = false;
  live.connectThrough(async () => ({
    start: async () => {
      if (!isUp) throw new Error('down');
    },
    stop: async () => {},
    invoke: async () => undefined,
  }));
  await act(async () => {
    await live.stop();
    live.start();
  });
  const banner = await screen.findByText(/No connection to the server/);
  isUp = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Live');
  expect(banner).not.toBeInTheDocument();
});
