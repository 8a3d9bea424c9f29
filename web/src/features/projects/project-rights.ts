import type { Project, ProjectRole } from '@/api/types';

const RANK: Record<ProjectRole, number> = { owner: 4, manager: 3, contributor: 2, viewer: 1 };
type WithRole = Pick<Project, 'role'>;

/** Mirrors what the server allows, so that nothing is drawn which it would refuse. */
export const mayEditTasks = (project: WithRole): boolean => RANK[project.role] >= 2;
export const mayManage = (project: WithRole): boolean => RANK[project.role] >= 3;
export const mayOwn = (project: WithRole): boolean => RANK[project.role] >= 4;

/** The roles that may be given: nobody gives more than they have, and ownership is handed over, never given. */
export const rolesToGive = (project: WithRole): ProjectRole[] =>
  mayManage(project) ? ['manager', 'contributor', 'viewer'] : [];
