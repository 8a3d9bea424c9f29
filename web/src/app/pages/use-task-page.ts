import { useQuery } from '@tanstack/react-query';
import type { Project, Task, User, WorkflowState } from '@/api/types';
import { projectsQuery, workflowQuery } from '@/features/projects/project-queries';
import { profileQuery } from '@/features/session/session-queries';
import { taskQuery } from '@/features/tasks/task-queries';

export type OpenTask = { task: Task; me: User; project: Project; states: readonly WorkflowState[] };

/** What an open task needs before it can be drawn; `open` is null until all of it is there. */
export function useTaskPage(taskKey: string) {
  const { data: task, error, refetch } = useQuery(taskQuery(taskKey));
  const { data: me } = useQuery(profileQuery);
  const { data: projects } = useQuery(projectsQuery);
  const project = projects?.find((candidate) => candidate.id === task?.projectId);
  const { data: states } = useQuery({ ...workflowQuery(task?.projectId ?? ''), enabled: task !== undefined });
  const open: OpenTask | null = task && me && project && states ? { task, me, project, states } : null;
  return { open, error, refetch };
}
