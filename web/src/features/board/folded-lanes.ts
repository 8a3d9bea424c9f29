import { useSyncExternalStore } from 'react';
import type { Lane } from '@/features/board/board-state';

const keyOf = (projectId: string) => `waymark.folded.${projectId}`;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Which columns this person hides. Until they choose, backlog and cancelled are out of the way. */
export function useFoldedLanes(projectId: string, lanes: readonly Lane[]) {
  const stored = useSyncExternalStore(subscribe, () => localStorage.getItem(keyOf(projectId)));
  const folded =
    stored?.split(',') ??
    lanes.filter((lane) => lane.category === 'cancelled' || lane.category === 'backlog').map((lane) => lane.status);
  const toggle = (status: string) => {
    const next = folded.includes(status) ? folded.filter((other) => other !== status) : [...folded, status];
    localStorage.setItem(keyOf(projectId), next.join(','));
    for (const listener of listeners) listener();
  };
  return { folded, toggle };
}
