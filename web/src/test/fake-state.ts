import type { Saga } from '@/api/operations-types';
import type { Comment, Project, TaskHistoryEntry } from '@/api/types';
import { buildSessions } from '@/test/fake-account-state';
import {
  buildLabels,
  buildMembers,
  buildProjects,
  buildTasks,
  buildUsers,
  buildWorkspaces,
  STATES,
} from '@/test/fake-data';
import { buildNotifications } from '@/test/fake-news';
import { buildLetters, buildQueues } from '@/test/fake-operations-state';
import { buildPlans } from '@/test/fake-plans';

/** All that the fake server knows. Each test gets its own. */
export function freshState() {
  const projects = buildProjects();
  const first = projects[0];
  const tasks = first ? buildTasks(first.id, first.key) : [];
  const comments: Comment[] = [];
  const trash: Project[] = [];
  const sagas: Saga[] = [];
  return {
    isSignedIn: true,
    sessions: buildSessions(),
    users: buildUsers(),
    workspaces: buildWorkspaces(),
    projects,
    trash,
    states: [...STATES],
    labels: buildLabels(),
    members: buildMembers(),
    tasks,
    comments,
    history: new Map<string, TaskHistoryEntry[]>(),
    notifications: buildNotifications(tasks),
    letters: buildLetters(),
    sagas,
    queues: buildQueues(),
    plans: buildPlans(),
    undo: new Map<string, () => void>(),
    nextNumber: 400,
  };
}

export type FakeState = ReturnType<typeof freshState>;
