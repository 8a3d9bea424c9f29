import type { Saga } from '@/api/operations-types';
import type {
  Approval,
  Comment,
  Cycle,
  DependencyType,
  Goal,
  Instantiation,
  LinkKind,
  Project,
  ProjectTemplate,
  SavedView,
  Task,
  TaskHistoryEntry,
  TaskTemplate,
  TrashedTask,
} from '@/api/types';
import {
  buildLabels,
  buildMembers,
  buildProjects,
  buildTasks,
  buildTypes,
  buildUsers,
  buildWorkspaces,
  STATES,
} from '@/test/fake/fake-data';
import { buildNotifications } from '@/test/fake/fake-news';
import { buildSessions } from '@/test/fake/people/fake-account-state';
import { buildLetters, buildQueues } from '@/test/fake/people/fake-operations-state';
import { buildPlans } from '@/test/fake/projects/fake-plans';
import { buildCalendar } from '@/test/fake/projects/fake-schedule-routes';

export type FakeCycle = Cycle & { taskIds: string[] };
export type FakeDependency = {
  id: string;
  fromId: string;
  toId: string;
  type: DependencyType;
  link: LinkKind | null;
  lagMinutes: number | null;
};

/** All that the fake server knows. Each test gets its own. */
export function freshState() {
  const projects = buildProjects();
  const first = projects[0];
  const tasks = first ? buildTasks(first.id, first.key) : [];
  const approvals: Approval[] = [];
  const projectTemplates: ProjectTemplate[] = [];
  const taskTemplates: TaskTemplate[] = [];
  const comments: Comment[] = [];
  const trash: Project[] = [];
  const sagas: Saga[] = [];
  const dependencies: FakeDependency[] = [];
  const trashedTasks: TrashedTask[] = [];
  const views: SavedView[] = [];
  const cycles: FakeCycle[] = [];
  const goals: Goal[] = [];
  return {
    isSignedIn: true,
    sessions: buildSessions(),
    users: buildUsers(),
    workspaces: buildWorkspaces(),
    projects,
    trash,
    /** The ids of the reader's favourites, in their order. */
    favourites: [] as string[],
    states: [...STATES],
    goals,
    types: buildTypes(),
    labels: buildLabels(),
    members: buildMembers(),
    tasks,
    approvals,
    taskTemplates,
    projectTemplates,
    /** Uses of templates for projects, with the names of what is made. */
    uses: new Map<string, { use: Instantiation; name: string }>(),
    comments,
    history: new Map<string, TaskHistoryEntry[]>(),
    notifications: buildNotifications(tasks),
    letters: buildLetters(),
    sagas,
    queues: buildQueues(),
    plans: buildPlans(),
    /** `fromId` blocks, relates to or duplicates `toId`. */
    dependencies,
    trashedTasks,
    /** What the tasks in the trash were. */
    buried: new Map<string, Task>(),
    /** The ids of tasks that a change of many may not touch. */
    locked: new Set<string>(),
    views,
    cycles,
    allowsSeveralCycles: false,
    calendar: buildCalendar(),
    undo: new Map<string, () => void>(),
    nextNumber: 400,
  };
}

export type FakeState = ReturnType<typeof freshState>;
