import type { Label, TaskType, WorkflowState } from '@/api/types';
import type {
  Content,
  PatternState,
  PatternTask,
} from '@/features/project-settings/project-template/content/content-draft';
import { USUAL_STATES, USUAL_TYPES } from '@/features/project-settings/project-template/content/usual';

const GREY = '#75838a';

const changeTasks = (content: Content, change: (task: PatternTask) => PatternTask): Content['tasks'] =>
  content.tasks?.map(change) ?? null;

const stateOf = (given: PatternState, place: number): WorkflowState => ({
  key: given.key ?? '',
  name: given.name ?? '',
  category: given.category ?? 'started',
  order: given.order ?? place,
  next: given.next ?? [],
  ...(given.guards && { guards: given.guards }),
  ...(given.requiredFields && { requiredFields: given.requiredFields }),
  ...(given.approval && { approval: given.approval }),
});

/** The states of the projects, in their order. */
export const statesOf = ({ workflow }: Content): WorkflowState[] =>
  workflow ? workflow.map(stateOf).sort((a, b) => a.order - b.order) : [...USUAL_STATES];

/** Tasks of a state that goes begin in the one that takes over from it. */
export const withStates = (
  content: Content,
  states: readonly WorkflowState[],
  mapping: Readonly<Record<string, string>> = {},
): Content => ({
  ...content,
  workflow: states.map(({ key, name, category, order, next, guards, requiredFields, approval }) => ({
    key,
    name,
    category,
    order,
    next,
    guards: guards ?? null,
    requiredFields: requiredFields ?? null,
    approval: approval ?? null,
  })),
  tasks: changeTasks(content, (task) => ({ ...task, status: mapping[task.status ?? ''] ?? task.status })),
});

export const typesOf = ({ taskTypes }: Content): TaskType[] =>
  taskTypes?.map(({ key, name, icon, color }) => ({
    key: key ?? '',
    name: name ?? '',
    icon: icon ?? 'check',
    color: color ?? GREY,
  })) ?? [...USUAL_TYPES];

/** Tasks of a type that goes are of the first one. */
export const withTypes = (content: Content, taskTypes: readonly TaskType[]): Content => ({
  ...content,
  taskTypes: [...taskTypes],
  tasks: changeTasks(content, (task) =>
    taskTypes.some(({ key }) => key === task.type) ? task : { ...task, type: null },
  ),
});

/** The labels as a project has them; their place stands for an id. */
export const labelsOf = ({ labels }: Content): Label[] =>
  (labels ?? []).map(({ name, color, group }, place) => ({
    id: String(place),
    name: name ?? '',
    color: color ?? GREY,
    group,
    exclusive: labels?.some((other) => group && other.group === group && other.exclusive) ?? false,
    version: 0,
  }));

/** Whether tasks carry at most one label of a group. */
export const withExclusive = (content: Content, group: string, exclusive: boolean): Content => ({
  ...content,
  labels: content.labels?.map((label) => (label.group === group ? { ...label, exclusive } : label)) ?? null,
});

/** Tasks name their labels, so a new name reaches them; what is null takes the label away. */
export function editLabel(
  content: Content,
  place: number,
  fields: Partial<Pick<Label, 'name' | 'color' | 'group'>> | null,
) {
  const labels = content.labels ?? [];
  const before = labels[place]?.name;
  const after = fields === null ? null : (fields.name ?? before);
  return {
    ...content,
    labels: labels.flatMap((label, index) => (index !== place ? label : fields ? { ...label, ...fields } : [])),
    tasks: changeTasks(content, (task) => ({
      ...task,
      labels: task.labels?.flatMap((name) => (name === before ? (after ?? []) : name)) ?? null,
    })),
  };
}
