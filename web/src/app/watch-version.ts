import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

const AT_MOST_EVERY_MS = 60_000;
const LOOK_MS = 10 * 60_000;

/** Told by the live connection when it is back: the server may have been replaced meanwhile. */
export const RECONNECTED = 'waymark:reconnected';

async function serverBuild(): Promise<string | null> {
  const answer: unknown = await fetch('/version.json', { cache: 'no-store' })
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null);
  const isKnown =
    typeof answer === 'object' && answer !== null && 'build' in answer && typeof answer.build === 'string';
  return isKnown ? String(answer.build) : null;
}

/**
 * Asks whether the server has a newer client, and offers it once: when the person comes back to the tab, when the
 * connection does, every few minutes, and when a part of the page is no longer there to be loaded.
 */
export function watchVersion(): () => void {
  const mine = document.querySelector<HTMLMetaElement>('meta[name="waymark-build"]')?.content;
  if (!mine) return () => {};
  let lastAsked = Date.now();
  let isOffered = false;

  const ask = async (isUrgent: boolean) => {
    if (isOffered || (!isUrgent && Date.now() - lastAsked < AT_MOST_EVERY_MS)) return;
    lastAsked = Date.now();
    const theirs = await serverBuild();
    if (isOffered || theirs === null || theirs === mine) return;
    isOffered = true;
    showToast(t('app.newVersion'), {
      lasts: null,
      action: { label: t('app.reload'), onAct: () => window.location.reload() },
    });
  };
  const handleFocus = () => void ask(false);
  const handleUrgent = () => void ask(true);
  const timer = setInterval(() => document.visibilityState === 'visible' && void ask(false), LOOK_MS);
  window.addEventListener('focus', handleFocus);
  window.addEventListener(RECONNECTED, handleUrgent);
  window.addEventListener('vite:preloadError', handleUrgent);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', handleFocus);
    window.removeEventListener(RECONNECTED, handleUrgent);
    window.removeEventListener('vite:preloadError', handleUrgent);
  };
}
