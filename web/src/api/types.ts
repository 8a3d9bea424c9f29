/** The shapes of the HTTP API. Import them only from here: this file becomes a façade over the generated types. */

export type Page<T> = { items: T[]; nextCursor: string | null };

export type StatusCategory = 'backlog' | 'unstarted' | 'started' | 'completed' | 'cancelled';
export type Priority = 'none' | 'low' | 'medium' | 'high' | 'urgent';
export type ProjectRole = 'owner' | 'manager' | 'contributor' | 'viewer';
export type WorkspaceRole = 'owner' | 'admin' | 'member' | 'guest';

export type User = {
  id: string;
  email: string;
  displayName: string;
  avatarUrl: string | null;
  locale: string;
  timeZone: string;
  roles: string[];
  createdAt: string;
  version: number;
};

export type AuthAnswer = {
  user: User;
  accessToken: string;
  refreshToken: string | null;
  tokenType: string;
  expiresIn: number;
};

export type Workspace = {
  id: string;
  name: string;
  slug: string;
  kind: 'personal' | 'team';
  role: WorkspaceRole;
  timeZone: string;
  memberCount: number;
  createdAt: string;
  version: number;
};

export type Member<Role extends string = ProjectRole> = {
  userId: string;
  displayName: string;
  avatarUrl: string | null;
  role: Role;
  state: 'active';
  joinedAt: string | null;
};

/** Somebody who was asked to join and has not yet; known by an address alone. */
export type Invitee = {
  userId: null;
  invitationId: string;
  displayName: string;
  avatarUrl: null;
  role: ProjectRole;
  state: 'invited';
  joinedAt: null;
};

export type Project = {
  id: string;
  key: string;
  name: string;
  description: string | null;
  workspaceId: string;
  ownerId: string;
  /** The caller's own. */
  role: ProjectRole;
  state: 'active' | 'archived';
  startDate: string | null;
  dueDate: string | null;
  color: string | null;
  icon: string | null;
  memberCount: number;
  createdAt: string;
  updatedAt: string;
  version: number;
};

export type WorkflowState = {
  key: string;
  name: string;
  category: StatusCategory;
  order: number;
  /** Keys that may follow. Empty or null: every state may. */
  next: string[] | null;
};
export type Workflow = { states: WorkflowState[] };

export type Label = { id: string; name: string; color: string; version: number };

export type Step = { id: string; title: string; done: boolean };

export type Task = {
  id: string;
  key: string;
  number: number;
  projectId: string;
  parentId: string | null;
  title: string;
  /** Left out of list items and board cards. */
  description?: string | null;
  status: string;
  statusCategory: StatusCategory;
  priority: Priority;
  difficulty: number | null;
  estimateMinutes: number | null;
  startAt: string | null;
  dueAt: string | null;
  completedAt: string | null;
  assigneeIds: string[];
  reporterId: string;
  watcherIds: string[];
  labels: string[];
  milestoneId: string | null;
  steps: Step[];
  progress: number;
  /** Left out of list items and board cards. */
  customFields?: Record<string, unknown>;
  recurrence: { rule: string; mode: 'schedule' | 'after_completion' } | null;
  rank: string;
  commentCount: number;
  attachmentCount: number;
  subtaskCount: number;
  subtaskDoneCount: number;
  createdAt: string;
  updatedAt: string;
  version: number;
};

export type BoardColumn = {
  status: string;
  category: StatusCategory;
  taskCount: number;
  tasks: Task[];
  nextCursor: string | null;
};
export type Board = { columns: BoardColumn[] };

export type Comment = {
  id: string;
  taskId: string;
  parentId: string | null;
  authorId: string;
  /** Markdown; null once the comment is deleted. */
  body: string | null;
  mentionedUserIds: string[];
  createdAt: string;
  editedAt: string | null;
  deletedAt: string | null;
  version: number;
};

export type Notification = {
  id: string;
  type: string;
  subject: { kind: string; id: string; key: string | null; title: string };
  projectId?: string;
  commentId?: string | null;
  actorId: string | null;
  at: string;
  readAt: string | null;
};

export type FieldChange = { from: unknown; to: unknown };

export type Activity = {
  id: string;
  type: string;
  at: string;
  actorId: string | null;
  workspaceId: string;
  projectId: string | null;
  taskId: string | null;
  changes: Record<string, FieldChange> | null;
};

export type LiveChange = {
  type: string;
  subject: { kind: string; id: string };
  version: number | null;
  at: string;
  actorId: string | null;
  changeId: string | null;
  clientId: string | null;
  changes: Record<string, FieldChange> | null;
  /** The task it belongs to, for comments as well. */
  taskId?: string | null;
};

/** One event of a task's own stream. */
export type TaskHistoryEntry = {
  version: number;
  type: string;
  at: string;
  actorId: string | null;
  changeId: string;
  changes: Record<string, FieldChange>;
};

export type ChangesPage = { items: LiveChange[]; cursor: string };

export type SearchHit = {
  type: string;
  id: string;
  key: string | null;
  title: string;
  projectId: string | null;
  highlight: string | null;
};

export type MoveTaskRequest = { status?: string; beforeId?: string; afterId?: string };

/** What a PATCH of a task may carry. */
export type TaskChange = Partial<
  Pick<
    Task,
    | 'title'
    | 'description'
    | 'status'
    | 'priority'
    | 'difficulty'
    | 'estimateMinutes'
    | 'startAt'
    | 'dueAt'
    | 'assigneeIds'
    | 'watcherIds'
    | 'labels'
    | 'parentId'
  >
>;

export type CreateTaskRequest = {
  projectId: string;
  title: string;
  parentId?: string;
  description?: string;
  status?: string;
  priority?: Priority;
  assigneeIds?: string[];
  labels?: string[];
  dueAt?: string | null;
  estimateMinutes?: number;
};

export type CreateProjectRequest = { name: string; key?: string; workspaceId?: string; color?: string };
