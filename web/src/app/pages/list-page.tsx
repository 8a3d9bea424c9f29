import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Project } from '@/api/types';
import { ProjectGate } from '@/app/pages/project-gate';
import { workflowQuery } from '@/features/projects/project-queries';
import { taskListQuery } from '@/features/tasks/task-queries';
import { TaskRow } from '@/features/tasks/task-row';
import { isReviewState } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

const TaskPagePeek = lazy(() =>
  import('@/app/pages/task-page-peek').then((module) => ({ default: module.TaskPagePeek })),
);

const route = '/shell/p/$key/list';

function ProjectList({ project }: { project: Project }) {
  const { task: openKey } = useSearch({ from: route });
  const navigate = useNavigate({ from: '/p/$key/list' });
  const { data, error, refetch } = useQuery(taskListQuery({ projectId: project.id, sort: 'rank' }));
  const { data: states = [] } = useQuery(workflowQuery(project.id));

  if (error && !data) return <ErrorState title={t('board.loadFailed')} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={200} className="m-4" />;
  if (data.items.length === 0)
    return <EmptyState title={t('board.empty', { name: project.name })} text={t('board.emptyText')} />;
  return (
    <>
      <ul className="min-h-0 flex-1 overflow-y-auto px-4 py-2">
        {data.items.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            isReview={isReviewState(task.status, states)}
            onOpen={(opened) => void navigate({ search: { task: opened.key } })}
          />
        ))}
      </ul>
      {openKey && (
        <Suspense>
          <TaskPagePeek taskKey={openKey} onClose={() => void navigate({ search: {} })} />
        </Suspense>
      )}
    </>
  );
}

export function ListPage() {
  const { key } = useParams({ from: route });
  return <ProjectGate projectKey={key}>{(project) => <ProjectList key={project.id} project={project} />}</ProjectGate>;
}
