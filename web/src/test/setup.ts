import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import '@/lib/i18n-rest';
import { loadLayers } from '@/ui/late-layers';
import { toastStore } from '@/ui/toast-store';

// It warns, printing whole elements, that a scroller without a style sheet does not scroll.
vi.mock('@atlaskit/pragmatic-drag-and-drop-auto-scroll/element', () => ({ autoScrollForElements: () => () => {} }));

// jsdom lays nothing out: without sizes the virtual lists would mount no card.
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: { get: () => 900, configurable: true },
  clientWidth: { get: () => 300, configurable: true },
  offsetHeight: { get: () => 900, configurable: true },
  offsetWidth: { get: () => 300, configurable: true },
});
Object.assign(window, {
  matchMedia: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  }),
  scrollTo: () => {},
});
Object.assign(globalThis, {
  ResizeObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
});
Object.assign(Element.prototype, { scrollIntoView: () => {}, scrollTo: () => {}, hasPointerCapture: () => false });

// Pages have fetched them by the time that somebody opens one.
await loadLayers();

// Two busy cores are slower than the library expects.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  for (const toast of toastStore.get()) toastStore.close(toast.id);
  localStorage.clear();
});
