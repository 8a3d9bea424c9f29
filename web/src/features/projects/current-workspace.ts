import { useQuery } from '@tanstack/react-query';
import type { Workspace } from '@/api/types';
import { workspacesQuery } from '@/features/projects/project-queries';
import { useChosenWorkspaceId } from '@/lib/chosen-workspace';

/** The workspace whose projects the sidebar shows: the chosen one, else the first team, else the personal one. */
export function useCurrentWorkspace(): { current: Workspace | undefined; all: readonly Workspace[] } {
  const chosen = useChosenWorkspaceId();
  const { data: all = [] } = useQuery(workspacesQuery);
  const current =
    all.find((workspace) => workspace.id === chosen) ?? all.find((workspace) => workspace.kind === 'team') ?? all[0];
  return { current, all };
}
