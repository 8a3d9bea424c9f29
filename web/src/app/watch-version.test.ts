import { afterEach, expect, it, vi } from 'vitest';
import { RECONNECTED, watchVersion } from '@/app/watch-version';
import { eventually } from '@/test/eventually';
import { toastStore } from '@/ui/toast-store';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  document.head.replaceChildren();
});

function start(theirs: string) {
  const meta = document.createElement('meta');
  meta.name = 'waymark-build';
  meta.content = 'one';
  document.head.append(meta);
  const ask = vi.fn(async () => Response.json({ build: theirs }));
  vi.stubGlobal('fetch', ask);
  stops.push(watchVersion());
  return ask;
}

it('offers a newer client once, when the connection is back after an upgrade', async () => {
  start('two');
  window.dispatchEvent(new Event(RECONNECTED));
  await eventually(() => expect(toastStore.get().map((toast) => toast.text)).toEqual(['A new version is ready.']));
  window.dispatchEvent(new Event('vite:preloadError'));
  expect(toastStore.get()).toHaveLength(1);
});

it('says nothing when the server has the same client, and does not ask at each return to the tab', async () => {
  const ask = start('one');
  window.dispatchEvent(new Event('focus'));
  expect(ask).not.toHaveBeenCalled();
  window.dispatchEvent(new Event(RECONNECTED));
  await eventually(() => expect(ask).toHaveBeenCalledOnce());
  await Promise.resolve();
  expect(toastStore.get()).toHaveLength(0);
});
