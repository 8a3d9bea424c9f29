import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { useShortcuts } from '@/lib/shortcuts';

function Page({ act, go }: { act: () => void; go: () => void }) {
  useShortcuts({ c: act, 'g i': go, 'shift+m': act });
  return (
    <>
      <button type="button">place</button>
      <input aria-label="text" />
      <div role="dialog" aria-label="layer">
        <button type="button">inside</button>
      </div>
    </>
  );
}

it('acts on single keys and sequences, never while typing or in a dialog', async () => {
  const user = userEvent.setup();
  const act = vi.fn();
  const go = vi.fn();
  render(<Page act={act} go={go} />);

  screen.getByText('place').focus();
  await user.keyboard('c');
  expect(act).toHaveBeenCalledTimes(1);
  await user.keyboard('gi');
  expect(go).toHaveBeenCalledTimes(1);
  await user.keyboard('{Shift>}M{/Shift}');
  expect(act).toHaveBeenCalledTimes(2);

  await user.click(screen.getByLabelText('text'));
  await user.keyboard('c');
  screen.getByText('inside').focus();
  await user.keyboard('c');
  expect(act).toHaveBeenCalledTimes(2);
});

it('leaves keys alone while an input method composes', () => {
  const act = vi.fn();
  render(<Page act={act} go={act} />);
  screen.getByText('place').dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true, isComposing: true }));
  expect(act).not.toHaveBeenCalled();
});
