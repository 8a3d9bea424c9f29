export type Toast = {
  id: number;
  text: string;
  tone: 'plain' | 'danger';
  action?: { label: string; onAct: () => void };
  /** Null: stays until it is closed. */
  lasts: number | null;
};

const UNDO_MS = 8000;
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

export const toastStore = {
  get: () => toasts,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  close: (id: number) => change(toasts.filter((toast) => toast.id !== id)),
};

type Options = { tone?: Toast['tone']; action?: Toast['action']; lasts?: number | null };

/** Shows a short message for eight seconds, long enough to reach its Undo. At most three are on the screen. */
export function showToast(text: string, { tone = 'plain', action, lasts = UNDO_MS }: Options = {}): number {
  const toast: Toast = { id: nextId++, text, tone, action, lasts };
  change([...toasts, toast].slice(-3));
  return toast.id;
}
