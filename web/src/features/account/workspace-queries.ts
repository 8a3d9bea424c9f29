import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AddedToWorkspace } from '@/api/account-types';
import { api } from '@/api/client';
import type { Page, Workspace, WorkspaceInvitee, WorkspaceMember, WorkspaceRole } from '@/api/types';
import { projectKeys } from '@/features/projects/project-queries';

const path = (workspaceId: string) => `/api/workspaces/${workspaceId}`;

/** Members, and those who were invited and have not come yet. */
export const workspacePeopleQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...projectKeys.workspaces, workspaceId, 'members'],
    queryFn: ({ signal }) =>
      api
        .get<Page<WorkspaceMember | WorkspaceInvitee>>(`${path(workspaceId)}/members`, {
          signal,
          query: { limit: 200 },
        })
        .then((page) => page.items),
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
  const add = useMutation({
    mutationFn: (body: { email: string; role: WorkspaceRole }) => api.post<AddedToWorkspace>(members, { body }),
    onSuccess: refresh,
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
  const takeBack = useMutation({
    mutationFn: (invitationId: string) => api.delete(`${path(workspace.id)}/invitations/${invitationId}`),
    onSettled: refresh,
  });
  return { rename, add, changeRole, remove, takeBack };
}
