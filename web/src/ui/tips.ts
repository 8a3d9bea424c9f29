export type Tip = { id: string; anchor: Element; text: string; keys: string | undefined };

const FIRST_MS = 450;
/** Once one has shown, its neighbours show at once. */
const NEXT_MS = 250;

let shown: Tip | null = null;
let waiting: { id: string; timer: ReturnType<typeof setTimeout> } | null = null;
let hiddenAt = 0;
const listeners = new Set<() => void>();

function change(next: Tip | null) {
  if (shown && !next) hiddenAt = Date.now();
  shown = next;
  for (const listener of listeners) listener();
}

function stopWaiting() {
  clearTimeout(waiting?.timer);
  waiting = null;
}

/** The one tooltip of the page. What has opened a layer needs none meanwhile. */
export const tips = {
  get: () => shown,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  showNow(tip: Tip) {
    stopWaiting();
    if (tip.anchor.getAttribute('aria-expanded') !== 'true') change(tip);
  },
  showSoon(tip: Tip) {
    stopWaiting();
    if (Date.now() - hiddenAt < NEXT_MS) return tips.showNow(tip);
    waiting = { id: tip.id, timer: setTimeout(() => tips.showNow(tip), FIRST_MS) };
  },
  /** Takes away the tip of one anchor, whether it stands or is still to come. */
  leave(id: string) {
    if (waiting?.id === id) stopWaiting();
    if (shown?.id === id) change(null);
  },
};
