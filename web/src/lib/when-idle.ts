const AT_LATEST_MS = 5000;
// Not every browser can tell when it is idle.
const AFTER_MS = 2000;

/** Acts once the page has nothing more urgent to do; answers how to call it off. */
export function whenIdle(act: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = window.requestIdleCallback(act, { timeout: AT_LATEST_MS });
    return () => window.cancelIdleCallback(handle);
  }
  const timer = setTimeout(act, AFTER_MS);
  return () => clearTimeout(timer);
}
