import type { InvitationPreview, WorkspaceInvitationPreview } from '@/api/account-types';
import { api } from '@/api/client';
import type { Project, Workspace } from '@/api/types';

const toProject = (token: string) => `/api/invitations/${encodeURIComponent(token)}`;
const toWorkspace = (token: string) => `/api/workspace-invitations/${encodeURIComponent(token)}`;

export const previewInvitation = (token: string) => api.get<InvitationPreview>(toProject(token));
export const previewWorkspaceInvitation = (token: string) => api.get<WorkspaceInvitationPreview>(toWorkspace(token));

/** Joins, and answers the project to land in. */
export const acceptInvitation = (token: string) => api.post<Project>(`${toProject(token)}/accept`, { body: {} });

/** Joins, and answers the workspace to land in. */
export const acceptWorkspaceInvitation = (token: string) =>
  api.post<Workspace>(`${toWorkspace(token)}/accept`, { body: {} });
