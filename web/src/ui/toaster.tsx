import { useEffect, useState, useSyncExternalStore } from 'react';
import { t } from '@/lib/i18n';
import { CrossGlyph, FaultGlyph } from '@/ui/glyphs';
import { type Toast, toastStore } from '@/ui/toast-store';

function ToastItem({ toast }: { toast: Toast }) {
  const [isHeld, setIsHeld] = useState(false);
  // A timer: it waits while the pointer or focus rests on the message.
  useEffect(() => {
    if (toast.lasts === null || isHeld) return undefined;
    const timer = setTimeout(() => toastStore.close(toast.id), toast.lasts);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);

  return (
    <li
      className="toast"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      {toast.tone === 'danger' && <FaultGlyph size={16} className="text-danger" />}
      <span className="flex-1">{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className="toast-action"
          onClick={() => {
            toastStore.close(toast.id);
            toast.action?.onAct();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" className="icon-btn" aria-label={t('ui.close')} onClick={() => toastStore.close(toast.id)}>
        <CrossGlyph size={14} />
      </button>
    </li>
  );
}

export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  return (
    <section aria-live="polite" aria-label={t('ui.messages')}>
      <ol className="toasts">
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  );
}
