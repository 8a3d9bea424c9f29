import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { Task } from '@/api/types';
import type { OpenTask } from '@/app/pages/use-task-page';
import { labelsQuery, membersQuery } from '@/features/projects/project-queries';
import { mayEditTasks } from '@/features/projects/project-rights';
import { TaskProvider } from '@/features/tasks/edit/task-context';
import { useLiveTask } from '@/features/tasks/edit/use-live-task';
import { useTaskEdits } from '@/features/tasks/edit/use-task-edits';
import '@/lib/i18n-task';
import '@/styles/task.css';

type Props = {
  open: OpenTask;
  /** The task as it stood at a moment that is looked at instead of now. */
  past: Task | null;
  onOpenTask: (key: string) => void;
  children: ReactNode;
};

const NONE: never[] = [];

/** Gives the controls of a task what is on the screen, what may be done, and how it is saved. */
export function TaskScope({ open, past, onOpenTask, children }: Props) {
  const { task, me, project, states } = open;
  const { data: members = NONE } = useQuery(membersQuery(project.id));
  const { data: labels = NONE } = useQuery(labelsQuery(project.id));
  const { shown, save, edit } = useTaskEdits(task, states);
  useLiveTask(task.id, task.key, project.id);
  const mayEdit = mayEditTasks(project) && project.state === 'active' && past === null;
  const value = useMemo(
    () => ({ task, shown: past ?? shown, save, edit, project, states, members, labels, me, mayEdit, onOpenTask }),
    [task, past, shown, save, edit, project, states, members, labels, me, mayEdit, onOpenTask],
  );
  return <TaskProvider value={value}>{children}</TaskProvider>;
}
