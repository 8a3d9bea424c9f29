import { createContext, useContext } from 'react';
import type { Label, Member, Project, Task, User, WorkflowState } from '@/api/types';
import type { TaskEdits } from '@/features/tasks/edit/use-task-edits';

export type TaskContext = TaskEdits & {
  /** As the server last said; `shown` is what the screen draws. */
  task: Task;
  project: Project;
  states: readonly WorkflowState[];
  members: readonly Member[];
  labels: readonly Label[];
  me: User;
  mayEdit: boolean;
  onOpenTask: (key: string) => void;
};

const Context = createContext<TaskContext | null>(null);

export const TaskProvider = Context.Provider;

export function useTaskContext(): TaskContext {
  const value = useContext(Context);
  if (!value) throw new Error('Only inside a task.');
  return value;
}
