import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { closeLayer } from '@/app/shell-state';
import { renderApp } from '@/test/render-app';

afterEach(() => act(closeLayer));

vi.mock('@/app/layout/shortcut-sheet', () => {
  throw new Error('Failed to fetch dynamically imported module');
});

it('keeps the page when a layer cannot be loaded, and opens the others', async () => {
  // React writes what a boundary catches into the console.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { user } = await renderApp('/p/WEB/board');
  await screen.findByText('Web shop', { selector: 'h1' });

  await user.keyboard('?');
  expect(await screen.findByText('This part could not be loaded.')).toBeInTheDocument();
  expect(screen.getByText('Web shop', { selector: 'h1' })).toBeInTheDocument();

  await user.keyboard('{Control>}k{/Control}');
  await waitFor(() => expect(screen.getByRole('combobox')).toHaveFocus());
});
