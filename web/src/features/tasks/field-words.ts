import type { Member, WorkflowState } from '@/api/types';
import { PRIORITIES, priorityLabel } from '@/features/tasks/task-state';
import { clockTime, type DateOnly, dayOf, isDateOnly, shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { type Text, t } from '@/lib/i18n';

const NAMES: Record<string, Text> = {
  title: 'tasks.title',
  description: 'tasks.description',
  status: 'tasks.status',
  priority: 'tasks.priority',
  difficulty: 'peek.difficulty',
  estimateMinutes: 'peek.estimate',
  startAt: 'peek.start',
  dueAt: 'tasks.due',
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

export type Words = { states: readonly WorkflowState[]; members: readonly Member[]; now: DateOnly };

export const personName = (id: string | null, members: readonly Member[]): string =>
  members.find((member) => member.userId === id)?.displayName ?? t('peek.someone');

export const listWords = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names);

/** A value of a task in words: in a clash and in the history. */
export function valueText(field: string, value: unknown, { states, members, now }: Words): string {
  if (value === null || value === undefined || value === '') return t('tasks.none');
  if (field === 'recurrence') return t('peek.repeats');
  if (field === 'milestoneId') return t('peek.milestone');
  if (field === 'customFields' && typeof value === 'object') return listWords(Object.keys(value));
  if (Array.isArray(value)) {
    if (value.length === 0) return t('tasks.none');
    if (field === 'steps') return t('peek.stepCount', { count: value.length });
    const names = value.map(String);
    return listWords(field === 'labels' ? names : names.map((id) => personName(id, members)));
  }
  if (typeof value === 'number') return field === 'estimateMinutes' ? formatMinutes(value) : String(value);
  const text = String(value);
  if (field === 'status') return states.find((state) => state.key === text)?.name ?? text;
  if (field === 'priority') {
    const priority = PRIORITIES.find((candidate) => candidate === text);
    return priority ? priorityLabel(priority) : text;
  }
  if (field === 'startAt' || field === 'dueAt') {
    const day = shortDate(dayOf(text), now);
    return isDateOnly(text) ? day : t('peek.dayAndTime', { day, time: clockTime(text) });
  }
  return text;
}
