import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { membersQuery, projectsQuery, workflowQuery } from '@/features/projects/project-queries';
import { projectKeyOf } from '@/features/tasks/task-state';

const TaskPeek = lazy(() => import('@/features/tasks/task-peek').then((module) => ({ default: module.TaskPeek })));

type Props = { taskKey: string; onClose: () => void };

/** The open task beside a list, whichever project it is of. */
export function TaskBeside({ taskKey, onClose }: Props) {
  const { data: projects = [] } = useQuery(projectsQuery);
  const project = projects.find((candidate) => candidate.key === projectKeyOf(taskKey));
  const { data: states = [] } = useQuery({ ...workflowQuery(project?.id ?? ''), enabled: project !== undefined });
  const { data: members = [] } = useQuery({ ...membersQuery(project?.id ?? ''), enabled: project !== undefined });
  return (
    <Suspense>
      <TaskPeek key={taskKey} taskKey={taskKey} states={states} members={members} onClose={onClose} />
    </Suspense>
  );
}
