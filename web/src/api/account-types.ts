import { ApiError } from '@/api/api-error';
import type {
  InvitationResponse,
  ProfilePatch,
  ProjectMemberResponse,
  SessionResponse,
  WorkspaceInvitationResponse,
  WorkspaceMemberResponse,
} from '@/api/generated/schemas';
import type { Member, Project, WorkspaceMember } from '@/api/types';

/** What a stranger sees of an invitation. */
export type InvitationPreview = InvitationResponse;
export type WorkspaceInvitationPreview = WorkspaceInvitationResponse;

/** An address without an account: the link is shown so that it can be sent by hand. */
export type InvitedPerson = { email: string; invitationLink: string };
export type AddedMember = Member | (ProjectMemberResponse & InvitedPerson);
export type AddedToWorkspace = WorkspaceMember | (WorkspaceMemberResponse & InvitedPerson);

export type SessionInfo = SessionResponse;
export type ProfileChange = ProfilePatch;
export type ProjectChange = Partial<
  Pick<Project, 'name' | 'key' | 'description' | 'color' | 'icon' | 'parentId' | 'startDate' | 'dueDate'>
>;

export const isInvited = <T extends object>(added: T | InvitedPerson): added is InvitedPerson =>
  'invitationLink' in added;

/** Something that others use and that only this person owns. */
export type PlaceToHandOver = { kind: 'workspace' | 'project'; id: string; name: string };

/** The places of a refusal; none for every other fault. */
export const placesOf = (fault: unknown): readonly PlaceToHandOver[] =>
  fault instanceof ApiError && fault.code === 'hand_over_first' ? (fault.problem.places as PlaceToHandOver[]) : [];
