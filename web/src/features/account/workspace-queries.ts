import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Member, Page, Workspace, WorkspaceRole } from '@/api/types';
import { projectKeys } from '@/features/projects/project-queries';

export type WorkspaceMember = Member<WorkspaceRole>;

const path = (workspaceId: string) => `/api/workspaces/${workspaceId}`;

export const workspaceMembersQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...projectKeys.workspaces, workspaceId, 'members'],
    queryFn: ({ signal }) =>
      api
        .get<Page<WorkspaceMember>>(`${path(workspaceId)}/members`, { signal, query: { limit: 200 } })
        // Who was invited is no person yet.
        .then((page) => page.items.filter((member) => member.state === 'active')),
  });

export function useCreateWorkspace() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => api.post<Workspace>('/api/workspaces', { body: { name } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: projectKeys.workspaces, exact: true }),
  });
}

export function useWorkspace(workspace: Workspace) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: projectKeys.workspaces });
  const members = `${path(workspace.id)}/members`;
  const rename = useMutation({
    mutationFn: (name: string) =>
      api.put<Workspace>(path(workspace.id), { body: { ...workspace, name }, version: workspace.version }),
    onSettled: refresh,
  });
  const changeRole = useMutation({
    mutationFn: ({ userId, role }: { userId: string; role: WorkspaceRole }) =>
      api.put(`${members}/${userId}`, { body: { role } }),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (userId: string) => api.delete(`${members}/${userId}`),
    onSettled: refresh,
  });
  return { rename, changeRole, remove };
}
