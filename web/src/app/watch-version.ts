import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

const EVERY_MS = 60_000;

/** Asks, when the person comes back to the tab, whether the server has a newer client; offers it once. */
export function watchVersion() {
  const mine = document.querySelector<HTMLMetaElement>('meta[name="waymark-build"]')?.content;
  if (!mine) return;
  let lastAsked = Date.now();
  let isOffered = false;

  const ask = async () => {
    if (isOffered || Date.now() - lastAsked < EVERY_MS) return;
    lastAsked = Date.now();
    const answer: unknown = await fetch('/version.json', { cache: 'no-store' })
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null);
    const isKnown =
      typeof answer === 'object' && answer !== null && 'build' in answer && typeof answer.build === 'string';
    if (!isKnown || answer.build === mine) return;
    isOffered = true;
    showToast(t('app.newVersion'), {
      lasts: null,
      action: { label: t('app.reload'), onAct: () => window.location.reload() },
    });
  };
  window.addEventListener('focus', () => void ask());
}
