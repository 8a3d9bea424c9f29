import { useSyncExternalStore } from 'react';

/** Which layer of the shell is open. One at a time; pages open them through the functions below. */
export type ShellLayer = 'palette' | 'create-task' | 'create-project' | 'create-workspace' | 'shortcuts' | null;

/** What a new task starts with when it is added at a certain place. */
export type TaskSeed = { projectId?: string; status?: string };

let layer: ShellLayer = null;
let seed: TaskSeed = {};
const listeners = new Set<() => void>();

function open(next: ShellLayer) {
  layer = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useShellLayer = (): ShellLayer => useSyncExternalStore(subscribe, () => layer);
export const openPalette = () => open('palette');
export const taskSeed = (): TaskSeed => seed;
export const openCreateTask = () => openCreateTaskAt({});
export function openCreateTaskAt(next: TaskSeed) {
  seed = next;
  open('create-task');
}
export const openCreateProject = () => open('create-project');
export const openCreateWorkspace = () => open('create-workspace');
export const openShortcuts = () => open('shortcuts');
export const closeLayer = () => open(null);
