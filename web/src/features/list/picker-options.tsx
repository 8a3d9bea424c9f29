import type { Priority, Task, WorkflowState } from '@/api/types';
import type { ChangeOf } from '@/features/list/change-tasks';
import type { ProjectLookup } from '@/features/list/project-lookup';
import type { TaskField } from '@/features/list/task-picker';
import { labelGroups, onePerGroup, pickHeading } from '@/features/projects/label-groups';
import { PriorityIcon } from '@/features/tasks/priority-icon';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState, mayGo, PRIORITIES, priorityLabel } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import type { ComboboxOption } from '@/ui/combobox-list';

export type PickerOptions = {
  options: ComboboxOption[];
  chosen: string[];
  changeFor: (value: string) => ChangeOf;
  textFor: (value: string) => (name: string) => string;
};

const projectsOf = (tasks: readonly Task[]) => [...new Set(tasks.map((task) => task.projectId))];

/** What every one of the lists has, compared by key; the first list gives the words. */
function common<Item>(lists: readonly (readonly Item[])[], keyOf: (item: Item) => string): Item[] {
  const [first = [], ...others] = lists;
  return first.filter((item) => others.every((list) => list.some((other) => keyOf(other) === keyOf(item))));
}

/** Adds to all, or takes from all when all have it. */
function toggling(tasks: readonly Task[], field: 'assigneeIds' | 'labels', value: string): ChangeOf {
  const isEverywhere = tasks.every((task) => task[field].includes(value));
  return (task) => {
    const has = task[field].includes(value);
    if (isEverywhere) return { [field]: task[field].filter((other) => other !== value) };
    return has ? null : { [field]: [...task[field], value] };
  };
}

function statusOptions(tasks: readonly Task[], lookup: ProjectLookup): PickerOptions {
  const workflows = projectsOf(tasks).map((id) => lookup(id).states);
  const states = common(workflows, (state: WorkflowState) => state.key).filter((state) =>
    tasks.some((task) => mayGo(task.status, state.key, lookup(task.projectId).states)),
  );
  const nameOf = (key: string) => states.find((state) => state.key === key)?.name ?? key;
  return {
    options: states.map((state) => ({
      value: state.key,
      label: state.name,
      icon: <StatusIcon category={state.category} isReview={isReviewState(state.key, states)} />,
    })),
    chosen: states.filter((state) => tasks.every((task) => task.status === state.key)).map((state) => state.key),
    changeFor: (key) => (task) => {
      const state = states.find((candidate) => candidate.key === key);
      return !state || task.status === key ? null : { status: key, statusCategory: state.category };
    },
    textFor: (key) => (name) => t('list.statusChanged', { name, status: nameOf(key) }),
  };
}

function priorityOptions(tasks: readonly Task[]): PickerOptions {
  const known = (value: string): Priority => PRIORITIES.find((priority) => priority === value) ?? 'none';
  return {
    options: PRIORITIES.map((priority) => ({
      value: priority,
      label: priorityLabel(priority),
      icon: <PriorityIcon priority={priority} />,
    })),
    chosen: PRIORITIES.filter((priority) => tasks.every((task) => task.priority === priority)),
    changeFor: (value) => (task) => (task.priority === value ? null : { priority: known(value) }),
    textFor: (value) => (name) => t('list.priorityChanged', { name, priority: priorityLabel(known(value)) }),
  };
}

function assigneeOptions(tasks: readonly Task[], lookup: ProjectLookup): PickerOptions {
  const members = common(
    projectsOf(tasks).map((id) => lookup(id).members),
    (member) => member.userId,
  );
  const none: ComboboxOption = {
    value: 'none',
    label: t('tasks.unassigned'),
    icon: <Avatar id="" name="" size={20} isDecorative />,
  };
  return {
    options: [
      ...members.map(({ userId, displayName, avatarUrl }) => ({
        value: userId,
        label: displayName,
        icon: <Avatar id={userId} name={displayName} imageUrl={avatarUrl} size={20} isDecorative />,
      })),
      none,
    ],
    chosen: tasks.every((task) => task.assigneeIds.length === 0)
      ? ['none']
      : members.map((member) => member.userId).filter((id) => tasks.every((task) => task.assigneeIds.includes(id))),
    changeFor: (id) =>
      id === 'none'
        ? (task) => (task.assigneeIds.length === 0 ? null : { assigneeIds: [] })
        : toggling(tasks, 'assigneeIds', id),
    textFor: () => (name) => t('list.assigneeChanged', { name }),
  };
}

function labelOptions(tasks: readonly Task[], lookup: ProjectLookup): PickerOptions {
  const labels = common(
    projectsOf(tasks).map((id) => lookup(id).labels),
    (label) => label.name.toLowerCase(),
  );
  return {
    options: labelGroups(labels).flatMap(([, inside]) =>
      inside.map((label) => ({
        value: label.name,
        label: label.name,
        group: pickHeading(label),
        icon: <i className="size-2 rounded-full" style={{ background: label.color }} />,
      })),
    ),
    chosen: labels.map((label) => label.name).filter((name) => tasks.every((task) => task.labels.includes(name))),
    changeFor: (name) => (task) => {
      const change = toggling(tasks, 'labels', name)(task);
      return change?.labels
        ? { labels: onePerGroup(task.labels, change.labels, lookup(task.projectId).labels) }
        : change;
    },
    textFor: () => (name) => t('list.labelsChanged', { name }),
  };
}

const NONE = 'none';

/** One of a list, or none of it. */
function oneOf(
  tasks: readonly Task[],
  field: 'milestoneId' | 'difficulty',
  values: readonly { value: string; label: string }[],
  write: (value: string | null) => ReturnType<ChangeOf>,
): PickerOptions {
  const options = [...values, { value: NONE, label: t('tasks.none') }];
  const textOf = (task: Task) => (task[field] === null ? NONE : String(task[field]));
  return {
    options,
    chosen: options.map((option) => option.value).filter((value) => tasks.every((task) => textOf(task) === value)),
    changeFor: (value) => (task) => (textOf(task) === value ? null : write(value === NONE ? null : value)),
    textFor: () => (name) => t(field === 'difficulty' ? 'list.difficultyChanged' : 'list.milestoneChanged', { name }),
  };
}

function milestoneOptions(tasks: readonly Task[], lookup: ProjectLookup): PickerOptions {
  const milestones = common(
    projectsOf(tasks).map((id) => lookup(id).milestones),
    (milestone) => milestone.id,
  );
  const isOffered = (id: string, state: string) => state === 'open' || tasks.some((task) => task.milestoneId === id);
  return oneOf(
    tasks,
    'milestoneId',
    milestones.filter(({ id, state }) => isOffered(id, state)).map(({ id, name }) => ({ value: id, label: name })),
    (milestoneId) => ({ milestoneId }),
  );
}

const LEVELS = Array.from({ length: 10 }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }));

/** What can be chosen for these tasks together, and what choosing it makes of each. */
export function pickerOptions(
  field: Exclude<TaskField, 'due' | 'deadline' | 'start'>,
  tasks: readonly Task[],
  lookup: ProjectLookup,
): PickerOptions {
  switch (field) {
    case 'status':
      return statusOptions(tasks, lookup);
    case 'priority':
      return priorityOptions(tasks);
    case 'assignee':
      return assigneeOptions(tasks, lookup);
    case 'labels':
      return labelOptions(tasks, lookup);
    case 'milestone':
      return milestoneOptions(tasks, lookup);
    case 'difficulty':
      return oneOf(tasks, 'difficulty', LEVELS, (value) => ({ difficulty: value === null ? null : Number(value) }));
  }
}
