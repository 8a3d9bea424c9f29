import type { Priority, Task, TaskTemplate, TaskTemplateBody } from '@/api/types';
import { dayOf, daysBetween } from '@/lib/dates';
import { formatMinutes, parseMinutes } from '@/lib/duration';
import { variablesIn } from '@/lib/template-text';

export type StepDraft = { id: string; title: string; dueInDays: string; required: boolean };

/** A template as it stands in the form: figures are the texts that were typed. */
export type TemplateDraft = {
  name: string;
  title: string;
  description: string;
  priority: Priority;
  difficulty: number | null;
  estimate: string;
  duration: string;
  startInDays: string;
  dueInDays: string;
  deadlineInDays: string;
  assigneeIds: string[];
  labels: string[];
  steps: StepDraft[];
};

/** As a list to choose from; the first is none. */
export const DIFFICULTIES = ['', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];

const minutesText = (minutes: number | null) => (minutes === null ? '' : formatMinutes(minutes));
const minutesOf = (text: string) => (text.trim() ? parseMinutes(text) : null);
export const daysText = (days: number | null | undefined) => (days === null || days === undefined ? '' : String(days));
export const daysOf = (text: string) =>
  text.trim() === '' || Number.isNaN(Number(text)) ? null : Math.round(Number(text));

export const emptyStep = (): StepDraft => ({ id: crypto.randomUUID(), title: '', dueInDays: '', required: false });

export const emptyDraft = (): TemplateDraft => ({
  name: '',
  title: '',
  description: '',
  priority: 'none',
  difficulty: null,
  estimate: '',
  duration: '',
  startInDays: '',
  dueInDays: '',
  deadlineInDays: '',
  assigneeIds: [],
  labels: [],
  steps: [],
});

export const draftOf = (template: TaskTemplate): TemplateDraft => ({
  ...template,
  estimate: minutesText(template.estimateMinutes),
  duration: minutesText(template.durationMinutes),
  startInDays: daysText(template.startInDays),
  dueInDays: daysText(template.dueInDays),
  deadlineInDays: daysText(template.deadlineInDays),
  steps: template.steps.map((step) => ({
    ...emptyStep(),
    title: step.title ?? '',
    dueInDays: daysText(step.dueInDays),
    required: step.required,
  })),
});

/** A task as a pattern. Its days are counted from its start, or from the day on which it was made. */
export function draftOfTask(task: Task): TemplateDraft {
  const day = dayOf(task.startAt ?? task.createdAt);
  const since = (moment: string | null) => (moment ? String(Math.max(0, daysBetween(day, dayOf(moment)))) : '');
  return {
    name: task.title.slice(0, 200),
    title: task.title,
    description: task.description ?? '',
    priority: task.priority,
    difficulty: task.difficulty,
    estimate: minutesText(task.estimateMinutes),
    duration: minutesText(task.durationMinutes),
    startInDays: task.startAt ? '0' : '',
    dueInDays: since(task.dueAt),
    deadlineInDays: since(task.deadlineAt),
    assigneeIds: [...task.assigneeIds],
    labels: [...task.labels],
    steps: task.steps.map(({ title, dueAt, required }) => ({
      ...emptyStep(),
      title,
      dueInDays: since(dueAt),
      required,
    })),
  };
}

/** Whether what was typed is no length of time. */
export const isNoLength = (text: string): boolean => text.trim() !== '' && parseMinutes(text) === null;

export const hasLengthFault = ({ estimate, duration }: TemplateDraft): boolean =>
  isNoLength(estimate) || isNoLength(duration);

export const bodyOf = (draft: TemplateDraft): TaskTemplateBody => ({
  name: draft.name.trim(),
  title: draft.title.trim(),
  description: draft.description,
  priority: draft.priority,
  difficulty: draft.difficulty,
  estimateMinutes: minutesOf(draft.estimate),
  durationMinutes: minutesOf(draft.duration),
  startInDays: daysOf(draft.startInDays),
  dueInDays: daysOf(draft.dueInDays),
  deadlineInDays: daysOf(draft.deadlineInDays),
  assigneeIds: draft.assigneeIds,
  labels: draft.labels,
  steps: draft.steps
    .filter((step) => step.title.trim())
    .map((step) => ({ title: step.title.trim(), dueInDays: daysOf(step.dueInDays), required: step.required })),
});

/** The variables that the texts of a draft name. */
export const templateVariables = ({ title, description, steps }: TemplateDraft): string[] =>
  variablesIn([title, description, ...steps.map((step) => step.title)]);
