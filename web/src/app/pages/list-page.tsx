import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Project } from '@/api/types';
import { ProjectGate } from '@/app/pages/project-gate';
import { membersQuery, workflowQuery } from '@/features/projects/project-queries';
import { PriorityIcon } from '@/features/tasks/priority-icon';
import { StatusIcon } from '@/features/tasks/status-icon';
import { TaskPeek } from '@/features/tasks/task-peek';
import { taskListQuery } from '@/features/tasks/task-queries';
import { dueOf, isReviewState } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

const route = '/shell/p/$key/list';

function ProjectList({ project }: { project: Project }) {
  const { task: openKey } = useSearch({ from: route });
  const navigate = useNavigate({ from: '/p/$key/list' });
  const { data, error, refetch } = useQuery(taskListQuery({ projectId: project.id, sort: 'rank' }));
  const { data: states = [] } = useQuery(workflowQuery(project.id));
  const { data: members = [] } = useQuery(membersQuery(project.id));
  const now = useToday();

  if (error && !data) return <ErrorState title={t('board.loadFailed')} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={200} className="m-4" />;
  if (data.items.length === 0)
    return <EmptyState title={t('board.empty', { name: project.name })} text={t('board.emptyText')} />;
  return (
    <>
      <ul className="min-h-0 flex-1 overflow-y-auto px-4 py-2">
        {data.items.map((task) => {
          const due = dueOf(task, now);
          return (
            <li key={task.id}>
              <button
                type="button"
                className="flex h-10 w-full items-center gap-3 rounded-md px-3 text-start hover:bg-hover"
                onClick={() => void navigate({ search: { task: task.key } })}
              >
                <PriorityIcon priority={task.priority} />
                <span className="w-16 flex-none text-xs text-ink-3 tabular-nums">{task.key}</span>
                <StatusIcon category={task.statusCategory} isReview={isReviewState(task.status, states)} />
                <span className="min-w-0 flex-1 truncate text-md">{task.title}</span>
                {due && (
                  <span className={`flex-none text-xs ${due.tone === 'plain' ? 'text-ink-3' : `due-${due.tone}`}`}>
                    {due.text}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      {openKey && (
        <TaskPeek
          key={openKey}
          taskKey={openKey}
          states={states}
          members={members}
          onClose={() => void navigate({ search: {} })}
        />
      )}
    </>
  );
}

export function ListPage() {
  const { key } = useParams({ from: route });
  return <ProjectGate projectKey={key}>{(project) => <ProjectList key={project.id} project={project} />}</ProjectGate>;
}
