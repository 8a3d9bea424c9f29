import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';

it('opens once its code has come, and gives the focus back to its trigger', async () => {
  // As on a page that has just been drawn: nothing was fetched ahead.
  vi.resetModules();
  const { Menu, MenuItem } = await import('@/ui/menu');
  const onSelect = vi.fn();
  const user = userEvent.setup();
  render(
    <Menu trigger={<button type="button">More</button>}>
      <MenuItem onSelect={onSelect}>Copy</MenuItem>
    </Menu>,
  );
  const trigger = () => screen.getByRole('button', { name: 'More' });
  expect(trigger()).toHaveAttribute('aria-haspopup', 'menu');
  await user.click(trigger());
  await user.click(await screen.findByRole('menuitem', { name: 'Copy' }));
  expect(onSelect).toHaveBeenCalledOnce();
  await waitFor(() => expect(trigger()).toHaveFocus());
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('menuitem', { name: 'Copy' })).toHaveFocus();
});

it('opens at a press that no pointer made, as the keys of a page make it', async () => {
  const { Popover } = await import('@/ui/popover');
  render(
    <Popover label="Due" trigger={<button type="button">No date</button>}>
      In a week
    </Popover>,
  );
  screen.getByRole('button', { name: 'No date' }).click();
  expect(await screen.findByRole('dialog', { name: 'Due' })).toHaveTextContent('In a week');
});
