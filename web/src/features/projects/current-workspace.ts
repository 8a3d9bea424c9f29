import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Workspace } from '@/api/types';
import { workspacesQuery } from '@/features/projects/project-queries';

const KEY = 'waymark.workspace';
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export function chooseWorkspace(id: string) {
  localStorage.setItem(KEY, id);
  for (const listener of listeners) listener();
}

/** The workspace whose projects the sidebar shows: the chosen one, else the first team, else the personal one. */
export function useCurrentWorkspace(): { current: Workspace | undefined; all: readonly Workspace[] } {
  const chosen = useSyncExternalStore(subscribe, () => localStorage.getItem(KEY));
  const { data: all = [] } = useQuery(workspacesQuery);
  const current =
    all.find((workspace) => workspace.id === chosen) ?? all.find((workspace) => workspace.kind === 'team') ?? all[0];
  return { current, all };
}
