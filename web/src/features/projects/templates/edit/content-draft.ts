import type { ProjectTemplate } from '@/api/types';

export type Content = ProjectTemplate['content'];
export type PatternTask = NonNullable<Content['tasks']>[number];
export type PatternMilestone = NonNullable<Content['milestones']>[number];
export type PatternMember = NonNullable<Content['members']>[number];
type PatternDependency = NonNullable<PatternTask['dependencies']>[number];

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

const isBlock = (link: PatternDependency, from: string | null) => link.type === 'blocks' && link.ref === from;

/** The tasks for which one waits, said from whichever end. */
export const waitsFor = ({ tasks }: Content, task: PatternTask): string[] => [
  ...(task.dependencies ?? []).flatMap((link) => (link.type === 'blocked_by' && link.ref ? [link.ref] : [])),
  ...(tasks ?? []).flatMap((other) =>
    other.ref && other.dependencies?.some((link) => isBlock(link, task.ref)) ? [other.ref] : [],
  ),
];

/** Makes a task wait for these. What ties those that it waits for already, ends and lag, stays. */
export function setWaitsFor(content: Content, task: PatternTask, refs: readonly string[]): Content {
  const before = waitsFor(content, task);
  const added = refs
    .filter((ref) => !before.includes(ref))
    .map((ref): PatternDependency => ({ ref, type: 'blocked_by', link: null, lagMinutes: null }));
  const isKept = (ref: string | null) => ref !== null && refs.includes(ref);
  const tasks = (content.tasks ?? []).map((other) => {
    const links = other.dependencies ?? [];
    if (other.ref === task.ref) {
      const kept = links.filter((link) => link.type !== 'blocked_by' || isKept(link.ref));
      return { ...other, dependencies: [...kept, ...added] };
    }
    return { ...other, dependencies: links.filter((link) => !isBlock(link, task.ref) || isKept(other.ref)) };
  });
  return { ...content, tasks };
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

/** Nobody but a member works on a task. */
export const removeMember = (content: Content, userId: string | null): Content => ({
  ...content,
  members: (content.members ?? []).filter((member) => member.userId !== userId),
  tasks: (content.tasks ?? []).map((task) => ({
    ...task,
    assigneeIds: task.assigneeIds?.filter((id) => id !== userId) ?? null,
  })),
});

/** Whether something that needs a name has none. */
export const isUnfinished = ({ tasks, milestones }: Content): boolean =>
  [...(tasks ?? []).map(({ title }) => title), ...(milestones ?? []).map(({ name }) => name)].some(
    (text) => !text?.trim(),
  );
