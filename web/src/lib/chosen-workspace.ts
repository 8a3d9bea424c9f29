import { useSyncExternalStore } from 'react';

const KEY = 'waymark.workspace';
const listeners = new Set<() => void>();
let unkept: string | null = null;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

function chosen(): string | null {
  try {
    return unkept ?? localStorage.getItem(KEY);
  } catch {
    return unkept;
  }
}

/** Keeps on the device which workspace the person works in. */
export function chooseWorkspace(id: string) {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
    unkept = id;
  }
  for (const listener of listeners) listener();
}

export const useChosenWorkspaceId = (): string | null => useSyncExternalStore(subscribe, chosen);
