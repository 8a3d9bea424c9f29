import { useSyncExternalStore } from 'react';

type Wish = { taskId: string; status: string };

let wish: Wish | null = null;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** A state that takes approvals was chosen for a task, perhaps on a board: the open task asks for them. Null ends it. */
export function wishStatus(next: Wish | null) {
  wish = next;
  for (const listener of listeners) listener();
}

export const useWishedStatus = (taskId: string): string | null =>
  useSyncExternalStore(subscribe, () => (wish?.taskId === taskId ? wish.status : null));
