import type { Member, TaskType, WorkflowState } from '@/api/types';
import { PRIORITIES, priorityLabel } from '@/features/tasks/task-state';
import { clockTime, type DateOnly, dayOf, isDateOnly, shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { type Text, t } from '@/lib/i18n';

const NAMES: Record<string, Text> = {
  title: 'tasks.title',
  description: 'tasks.description',
  status: 'tasks.status',
  type: 'peek.type',
  priority: 'tasks.priority',
  difficulty: 'peek.difficulty',
  estimateMinutes: 'peek.estimate',
  durationMinutes: 'peek.duration',
  startAt: 'peek.start',
  dueAt: 'tasks.due',
  deadlineAt: 'peek.deadline',
  assigneeIds: 'tasks.assignee',
  watcherIds: 'peek.followers',
  labels: 'tasks.labels',
  parentId: 'peek.parent',
  milestoneId: 'peek.milestone',
  steps: 'peek.steps',
  recurrence: 'peek.repeat',
  customFields: 'peek.ownFields',
};

/** The name of a member of a task, as its row says it. */
export function fieldName(field: string): string {
  const name = NAMES[field];
  return name ? t(name) : field;
}

export type Words = {
  states: readonly WorkflowState[];
  members: readonly Member[];
  now: DateOnly;
  types?: readonly TaskType[];
  /** The names of other tasks and of milestones, as far as they are known, by their ids. */
  names?: ReadonlyMap<string, string>;
};

/** The value of a field that the project has made, whose kind is not known any more. */
export function ownValueText(value: unknown, { members, now }: Words): string {
  if (value === null || value === undefined) return t('tasks.none');
  if (typeof value === 'boolean') return t(value ? 'peek.yes' : 'peek.no');
  if (Array.isArray(value)) return listWords(value.map(String));
  const text = String(value);
  if (isDateOnly(text)) return shortDate(text, now);
  return members.find((member) => member.userId === text)?.displayName ?? text;
}

export const personName = (id: string | null, members: readonly Member[]): string =>
  members.find((member) => member.userId === id)?.displayName ?? t('peek.someone');

export const listWords = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names);

/** A value of a task in words: in a clash and in the history. */
export function valueText(field: string, value: unknown, words: Words): string {
  const { states, members, now, types, names } = words;
  if (value === null || value === undefined || value === '') return t('tasks.none');
  if (field === 'recurrence') return t('peek.repeats');
  if (field === 'milestoneId') return names?.get(String(value)) ?? t('peek.milestone');
  if (field === 'parentId') return names?.get(String(value)) ?? t('peek.otherTask');
  if (field === 'type') return types?.find((type) => type.key === value)?.name ?? String(value);
  if (field === 'customFields' && typeof value === 'object') {
    const told = Object.entries(value).map(([name, own]) => `${name}: ${ownValueText(own, words)}`);
    return told.length > 0 ? told.join('; ') : t('tasks.none');
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return t('tasks.none');
    if (field === 'steps') return t('peek.stepCount', { count: value.length });
    const names = value.map(String);
    return listWords(field === 'labels' ? names : names.map((id) => personName(id, members)));
  }
  if (typeof value === 'number') return field.endsWith('Minutes') ? formatMinutes(value) : String(value);
  const text = String(value);
  if (field === 'status') return states.find((state) => state.key === text)?.name ?? text;
  if (field === 'priority') {
    const priority = PRIORITIES.find((candidate) => candidate === text);
    return priority ? priorityLabel(priority) : text;
  }
  if (field === 'startAt' || field === 'dueAt' || field === 'deadlineAt') {
    const day = shortDate(dayOf(text), now);
    return isDateOnly(text) ? day : t('peek.dayAndTime', { day, time: clockTime(text) });
  }
  return text;
}
