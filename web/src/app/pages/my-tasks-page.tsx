import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import type { Task } from '@/api/types';
import { projectsQuery } from '@/features/projects/project-queries';
import { taskListQuery } from '@/features/tasks/task-queries';
import { TaskRow } from '@/features/tasks/task-row';
import { t } from '@/lib/i18n';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

const mine = taskListQuery({ assigneeId: 'me', statusCategory: 'backlog,unstarted,started', sort: 'dueAt' });

export function MyTasksPage() {
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(mine);
  const { data: projects = [] } = useQuery(projectsQuery);
  const handleOpen = (task: Task) => {
    const project = projects.find((candidate) => candidate.id === task.projectId);
    if (project) void navigate({ to: '/p/$key/board', params: { key: project.key }, search: { task: task.key } });
  };
  return (
    <>
      <header className="topbar">
        <h1 className="text-[0.9375rem]">{t('app.my')}</h1>
      </header>
      {error && !data && <ErrorState title={t('app.myFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={200} className="m-4" />}
      {data?.items.length === 0 && (
        <EmptyState icon={<ListChecks size={22} />} title={t('app.myEmpty')} text={t('app.myEmptyText')} />
      )}
      <ul className="min-h-0 flex-1 overflow-y-auto px-4 py-2">
        {data?.items.map((task) => (
          <TaskRow key={task.id} task={task} onOpen={handleOpen} />
        ))}
      </ul>
    </>
  );
}
