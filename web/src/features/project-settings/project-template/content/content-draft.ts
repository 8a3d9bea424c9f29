import type { ProjectTemplate } from '@/api/types';

export type Content = ProjectTemplate['content'];
export type PatternTask = NonNullable<Content['tasks']>[number];
export type PatternMilestone = NonNullable<Content['milestones']>[number];
export type PatternState = NonNullable<Content['workflow']>[number];
export type PatternMember = NonNullable<Content['members']>[number];

const BLANK_TASK: PatternTask = {
  ref: null,
  parent: null,
  title: '',
  description: null,
  status: null,
  type: null,
  priority: null,
  difficulty: null,
  estimateMinutes: null,
  durationMinutes: null,
  startInDays: null,
  dueInDays: null,
  deadlineInDays: null,
  assigneeIds: null,
  labels: null,
  milestone: null,
  steps: null,
  customFields: null,
  dependencies: null,
};

/** A name that no task of the template has yet. */
function freeRef(tasks: readonly PatternTask[]): string {
  const taken = new Set(tasks.map(({ ref }) => ref));
  let number = tasks.length + 1;
  while (taken.has(`t${number}`)) number += 1;
  return `t${number}`;
}

export const addTask = (content: Content): Content => {
  const tasks = content.tasks ?? [];
  return { ...content, tasks: [...tasks, { ...BLANK_TASK, ref: freeRef(tasks) }] };
};

export const editTask = (content: Content, ref: string | null, fields: Partial<PatternTask>): Content => ({
  ...content,
  tasks: (content.tasks ?? []).map((task) => (task.ref === ref ? { ...task, ...fields } : task)),
});

/** What hung on the task hangs on nothing more. */
export const removeTask = (content: Content, ref: string | null): Content => ({
  ...content,
  tasks: (content.tasks ?? [])
    .filter((task) => task.ref !== ref)
    .map((task) => ({
      ...task,
      parent: task.parent === ref ? null : task.parent,
      dependencies: task.dependencies?.filter((link) => link.ref !== ref) ?? null,
    })),
});

/** Puts a task before the one above it, or behind the one below it. */
export function moveTask(content: Content, ref: string | null, by: 1 | -1): Content {
  const tasks = content.tasks ?? [];
  const from = tasks.findIndex((task) => task.ref === ref);
  const to = from + by;
  if (from < 0 || to < 0 || to >= tasks.length) return content;
  return { ...content, tasks: tasks.toSpliced(from, 1).toSpliced(to, 0, ...tasks.slice(from, from + 1)) };
}

/** The tasks to which one can belong: neither itself nor what stands below it. */
export function possibleParents({ tasks }: Content, task: PatternTask): PatternTask[] {
  const all = tasks ?? [];
  const below = new Set([task.ref]);
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const { ref, parent } of all) if (parent !== null && below.has(parent)) below.add(ref);
  }
  return all.filter(({ ref }) => !below.has(ref));
}

/** Tasks name their milestone, so a new name reaches them. */
export function editMilestone(content: Content, index: number, fields: Partial<PatternMilestone>): Content {
  const milestones = content.milestones ?? [];
  const before = milestones[index]?.name ?? null;
  const isRenamed = fields.name !== undefined && before !== null;
  return {
    ...content,
    milestones: milestones.map((milestone, place) => (place === index ? { ...milestone, ...fields } : milestone)),
    tasks: isRenamed
      ? (content.tasks ?? []).map((task) =>
          task.milestone === before ? { ...task, milestone: fields.name ?? null } : task,
        )
      : content.tasks,
  };
}

export function removeMilestone(content: Content, index: number): Content {
  const gone = content.milestones?.[index]?.name ?? null;
  return {
    ...content,
    milestones: (content.milestones ?? []).filter((_milestone, place) => place !== index),
    tasks: (content.tasks ?? []).map((task) => (task.milestone === gone ? { ...task, milestone: null } : task)),
  };
}

/** Never are more approvals needed than there are approvers. */
function withoutApprover(state: PatternState, userId: string | null): PatternState {
  const approverIds = state.approval?.approverIds.filter((id) => id !== userId) ?? [];
  if (!state.approval || approverIds.length === state.approval.approverIds.length) return state;
  const needed = Math.min(state.approval.needed, approverIds.length);
  return { ...state, approval: approverIds.length > 0 ? { approverIds, needed } : null };
}

/** Nobody but a member works on a task, or approves it. */
export const removeMember = (content: Content, userId: string | null): Content => ({
  ...content,
  members: (content.members ?? []).filter((member) => member.userId !== userId),
  workflow: content.workflow?.map((state) => withoutApprover(state, userId)) ?? null,
  tasks: (content.tasks ?? []).map((task) => ({
    ...task,
    assigneeIds: task.assigneeIds?.filter((id) => id !== userId) ?? null,
  })),
});

/** A length that cannot be read is no number until it can be. */
const isUnread = (minutes: number | null) => Number.isNaN(minutes);

/** Whether something that needs a name has none, or a length cannot be read. */
export const isUnfinished = ({ tasks, milestones }: Content): boolean =>
  [...(tasks ?? []).map(({ title }) => title), ...(milestones ?? []).map(({ name }) => name)].some(
    (text) => !text?.trim(),
  ) ||
  (tasks ?? []).some(
    ({ estimateMinutes, durationMinutes, dependencies }) =>
      isUnread(estimateMinutes) ||
      isUnread(durationMinutes) ||
      dependencies?.some(({ lagMinutes }) => isUnread(lagMinutes)),
  );

/** The content without steps that were begun and got no title. */
export const finished = (content: Content): Content => ({
  ...content,
  tasks: (content.tasks ?? []).map((task) => ({
    ...task,
    steps: task.steps?.filter(({ title }) => title?.trim()) ?? null,
  })),
});
