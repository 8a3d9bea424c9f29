import { useSyncExternalStore } from 'react';
import type { Task } from '@/api/types';

export type RefusedTask = { task: Task; reason: string };

const NONE: readonly RefusedTask[] = [];
let refused = NONE;
const listeners = new Set<() => void>();

/** What of a change of many tasks the server refused, until the person has read it. */
export function showRefused(tasks: readonly RefusedTask[]) {
  refused = tasks;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export const useRefusedTasks = (): readonly RefusedTask[] => useSyncExternalStore(subscribe, () => refused);
export const closeRefused = () => showRefused(NONE);
