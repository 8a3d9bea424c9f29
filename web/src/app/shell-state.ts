import { useSyncExternalStore } from 'react';

/** Which layer of the shell is open. One at a time; pages open them through the functions below. */
export type ShellLayer = 'palette' | 'create-task' | 'create-project' | 'create-workspace' | 'shortcuts' | null;

/** What a new task starts with when it is added at a certain place. */
export type TaskSeed = { projectId?: string; status?: string; dueAt?: string };

let layer: ShellLayer = null;
let seed: TaskSeed = {};
let early = '';
let openedFrom: Element | null = null;
const listeners = new Set<() => void>();

function open(next: ShellLayer) {
  if (layer !== next) early = '';
  // A layer may lead to another one; the focus still goes back to where the first was opened from.
  const focused = document.activeElement;
  if (next && !focused?.closest('[data-modal="open"]')) openedFrom = focused;
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

/** What was typed into a layer before its code was there. */
export const earlyText = (): string => early;
export const keepEarlyText = (text: string) => {
  early = text;
};

/** Gives the focus back to what had it before a layer was opened, unless something else took it meanwhile. */
export function returnFocus() {
  const active = document.activeElement;
  const isFree = !active || active === document.body;
  if (isFree && openedFrom instanceof HTMLElement && openedFrom.isConnected) openedFrom.focus({ preventScroll: true });
  openedFrom = null;
}
