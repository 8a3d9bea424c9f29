import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// jsdom lays nothing out: without sizes the virtual lists would mount no card.
Object.defineProperties(HTMLElement.prototype, {
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

afterEach(() => {
  cleanup();
  localStorage.clear();
});
