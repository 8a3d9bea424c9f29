import type { AcceptedInvitation, InvitationPreview } from '@/api/account-types';
import { api } from '@/api/client';
import type { Project } from '@/api/types';

const path = (token: string) => `/api/invitations/${encodeURIComponent(token)}`;

export const previewInvitation = (token: string) => api.get<InvitationPreview>(path(token));

/** Joins, and answers the key of the project to land in; null when the server does not say which. */
export async function acceptInvitation(token: string): Promise<string | null> {
  const accepted = await api.post<AcceptedInvitation | undefined>(`${path(token)}/accept`, { body: {} });
  if (accepted?.project) return accepted.project.key;
  if (!accepted?.projectId) return null;
  return (await api.get<Project>(`/api/projects/${accepted.projectId}`)).key;
}
