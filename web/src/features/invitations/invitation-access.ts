import type { InvitationPreview } from '@/api/account-types';
import { api } from '@/api/client';
import type { Project } from '@/api/types';

const path = (token: string) => `/api/invitations/${encodeURIComponent(token)}`;

export const previewInvitation = (token: string) => api.get<InvitationPreview>(path(token));

/** Joins, and answers the key of the project to land in. */
export async function acceptInvitation(token: string): Promise<string> {
  return (await api.post<Project>(`${path(token)}/accept`, { body: {} })).key;
}
