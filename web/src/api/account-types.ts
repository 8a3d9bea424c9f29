import { ApiError } from '@/api/api-error';
import type { Member } from '@/api/types';

/** What a stranger sees of an invitation. */
export type InvitationPreview = {
  projectName: string;
  inviterName: string | null;
  email: string | null;
  expiresAt: string | null;
};

/** An address without an account: the link is shown so that it can be sent by hand. */
export type InvitedMember = { state: 'invited'; email: string; invitationLink: string };
export type AddedMember = Member | InvitedMember;

export type SessionInfo = {
  id: string;
  device: string | null;
  address: string | null;
  createdAt: string;
  lastUsedAt: string | null;
  isCurrent: boolean;
};

export type ProfileChange = { displayName?: string; locale?: string; timeZone?: string };

export type ProjectChange = {
  name?: string;
  key?: string;
  description?: string | null;
  color?: string | null;
  icon?: string | null;
  startDate?: string | null;
  dueDate?: string | null;
};

export const isInvited = (added: AddedMember): added is InvitedMember => 'invitationLink' in added;

/** Something that others use and that only this person owns. */
export type PlaceToHandOver = { kind: 'workspace' | 'project'; id: string; name: string };

/** The places of a refusal; none for every other fault. */
export const placesOf = (fault: unknown): readonly PlaceToHandOver[] =>
  fault instanceof ApiError && fault.code === 'hand_over_first' ? (fault.problem.places as PlaceToHandOver[]) : [];
