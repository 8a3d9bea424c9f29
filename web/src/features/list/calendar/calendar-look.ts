import type { Task, WorkflowState } from '@/api/types';
import type { DateOnly } from '@/lib/dates';

/** What all parts of a calendar draw their tasks by. */
export type CalendarLook = {
  now: DateOnly;
  states: readonly WorkflowState[];
  openKey: string | undefined;
  mayMove: boolean;
  carriedId: string | null;
  onOpen: (task: Task) => void;
  /** Takes a task out of the list of a day, to be carried with the keys; null for those who may not. */
  onLift: ((task: Task, day: DateOnly) => void) | null;
  /** A new task on a day; null for those who may not make one. */
  onAdd: ((day: DateOnly) => void) | null;
};
