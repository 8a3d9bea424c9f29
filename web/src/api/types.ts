import type {
  ActivityResponse,
  AllocationResponse,
  ApprovalResponse,
  BoardResponse,
  BulkTaskPatch,
  CalendarDay,
  CalendarResponse,
  CapacityResponse,
  ChangedMessage,
  ChangesAnswer,
  ChangeTasksResponse,
  CommentResponse,
  CreateProjectRequest,
  CreateTaskRequest,
  CreateViewRequest,
  CustomFieldResponse,
  CycleResponse,
  CycleScopeChange,
  CycleSettingsResponse,
  DayOffResponse,
  DependencyResponse,
  DifficultyFactorResponse,
  DifficultyResponse,
  FavouriteResponse,
  FieldChanges,
  GoalResponse,
  InstantiationResponse,
  LabelResponse,
  MilestoneResponse,
  MoveTaskRequest,
  NotificationResponse,
  PricedTimeEntryResponse,
  ProjectMemberResponse,
  ProjectResponse,
  ProjectTemplateItem,
  ProjectTemplateResponse,
  RateResponse,
  ReleaseResponse,
  RemovedCycleTasks,
  RescheduleOffer,
  RescheduleResponse,
  RollUpResponse,
  RollUpShare,
  RunningTimerResponse,
  ScheduledTask,
  ScheduleResponse,
  SignedInResponse,
  SimilarTaskResponse,
  TaskCountResponse,
  TaskDifference,
  TaskHistoryEntry,
  TaskPriority,
  TaskResponse,
  TaskRollUpResponse,
  TaskStep,
  TaskTemplateInput,
  TaskTemplateResponse,
  TaskType,
  TaskTypesResponse,
  TimeEntryResponse,
  TimerResponse,
  TimeSheetResponse,
  TrashedTaskResponse,
  UserResponse,
  ViewResponse,
  WorkflowResponse,
  WorkflowState as WorkflowStateShape,
  WorkloadResponse,
  WorkspaceMemberResponse,
  WorkspaceResponse,
} from '@/api/generated/schemas';

// The words of the client for what the API sends. The shapes are generated; what stands here narrows them at most.

export type Page<T> = { items: T[]; nextCursor: string | null };

export type User = UserResponse;
export type AuthAnswer = SignedInResponse;

export type Workspace = WorkspaceResponse;
export type WorkspaceRole = WorkspaceResponse['role'];

export type Project = ProjectResponse;
export type Favourite = FavouriteResponse;
export type ProjectRole = ProjectResponse['role'];

/** Whoever takes part. */
export type Member = ProjectMemberResponse & { userId: string; state: 'active' };
export type WorkspaceMember = WorkspaceMemberResponse & { userId: string; state: 'active' };

/** Somebody who was asked to join and has not yet; known by an address alone. */
export type Invitee = ProjectMemberResponse & { userId: null; state: 'invited'; invitationId: string };

export type WorkflowState = WorkflowStateShape & { category: StatusCategory };
export type WorkspaceInvitee = WorkspaceMemberResponse & { userId: null; state: 'invited'; invitationId: string };

export type Workflow = WorkflowResponse & { states: WorkflowState[] };
export type Label = LabelResponse;
export type Milestone = MilestoneResponse;
export type { CycleCapacityResponse as CycleCapacity, MilestoneForecast } from '@/api/generated/schemas';
export type Release = ReleaseResponse;
export type CustomField = CustomFieldResponse;
export type FieldType = CustomFieldResponse['type'];
export type TimeEntry = TimeEntryResponse;
export type PricedEntry = PricedTimeEntryResponse;
export type TimeSheet = TimeSheetResponse;
export type SheetState = TimeSheetResponse['state'];
export type Rate = RateResponse;
export type Timer = TimerResponse;
export type RunningTimer = RunningTimerResponse;
export type Allocation = AllocationResponse;
export type Capacity = CapacityResponse;
export type DayOff = DayOffResponse;
export type PersonWorkload = WorkloadResponse;
export type WorkloadWeek = WorkloadResponse['weeks'][number];

export type Task = TaskResponse;
/** A task with all that stands below it. */
export type TaskRollUp = TaskRollUpResponse;
export type Difficulty = DifficultyResponse;
export type DifficultyFactor = DifficultyFactorResponse;
export type Step = TaskStep;
export type Dependency = DependencyResponse;
export type DependencyType = DependencyResponse['type'];
export type LinkKind = NonNullable<DependencyResponse['link']>;
export type Approval = ApprovalResponse;
export type TrashedTask = TrashedTaskResponse;
export type Recurrence = NonNullable<TaskResponse['recurrence']>;
export type StatusCategory = TaskResponse['statusCategory'];
export type Priority = TaskPriority;
/** What a PATCH of a task may carry. */
export type TaskChange = Partial<
  Pick<
    Task,
    | 'title'
    | 'description'
    | 'status'
    | 'type'
    | 'priority'
    | 'difficulty'
    | 'estimateMinutes'
    | 'durationMinutes'
    | 'startAt'
    | 'dueAt'
    | 'deadlineAt'
    | 'assigneeIds'
    | 'watcherIds'
    | 'labels'
    | 'parentId'
    | 'milestoneId'
    | 'steps'
    | 'recurrence'
    | 'customFields'
  >
>;

export type BulkAnswer = ChangeTasksResponse;
export type { BulkTaskPatch };

export type WorkCalendar = CalendarResponse;
export type WorkDay = CalendarDay;
export type Schedule = ScheduleResponse;
export type { RescheduleOffer, ScheduledTask };
export type Rescheduled = RescheduleResponse;

export type { ProjectTemplateItem };
export type ProjectTemplate = ProjectTemplateResponse;
export type Instantiation = InstantiationResponse;
export type TaskTemplate = TaskTemplateResponse;
export type TaskTemplateBody = TaskTemplateInput;

export type Goal = GoalResponse;
export type GoalLink = GoalResponse['links'][number];
export type RollUp = RollUpResponse;
export type { RollUpShare };

export type Cycle = CycleResponse;
export type ScopeChange = CycleScopeChange;
export type CycleSettings = CycleSettingsResponse;
export type { RemovedCycleTasks };

export type TaskCount = TaskCountResponse;

export type SimilarTask = SimilarTaskResponse;

export type SavedView = ViewResponse;
export type ViewLayout = ViewResponse['layout'];

export type Board = BoardResponse;
export type BoardColumn = BoardResponse['columns'][number];

export type Comment = CommentResponse;
export type Notification = NotificationResponse;
export type Activity = ActivityResponse;
export type FieldChange = FieldChanges[string];

export type TaskTypes = TaskTypesResponse;
export type { TaskDifference, TaskHistoryEntry, TaskType };

/** One change, from the hub or from the changes that were missed; the hub tells of more kinds of subjects than those of a project. */
export type LiveChange = Omit<ChangedMessage, 'subject'> & { subject: { kind: string; id: string } };
export type ChangesPage = ChangesAnswer;

export type { CreateProjectRequest, CreateTaskRequest, CreateViewRequest, MoveTaskRequest };
