import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '@/api/api-error';
import type { Project, TrashedTask } from '@/api/types';
import { membersQuery, workflowQuery } from '@/features/projects/project-queries';
import { mayEditTasks } from '@/features/projects/project-rights';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState } from '@/features/tasks/task-state';
import { trashQuery, useRestoreTrashed } from '@/features/trash/trash-queries';
import { dayOf, daysBetween, timeAgo } from '@/lib/dates';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import '@/styles/planning.css';
import '@/styles/settings.css';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';

const SOON_DAYS = 3;

/** The deleted tasks of a project, for as long as they can be brought back. */
export function TrashList({ project }: { project: Project }) {
  const trash = useInfiniteQuery(trashQuery(project.id));
  const tasks = trash.data?.pages.flatMap((page) => page.items);
  const mayRestore = mayEditTasks(project) && project.state === 'active';
  return (
    <>
      <SettingsHead title={t('trash.title')} text={t('trash.text')} />
      {trash.error && !tasks && (
        <ErrorState
          title={t('trash.loadFailed')}
          detail={trash.error.message}
          traceId={trash.error instanceof ApiError ? trash.error.traceId : null}
          onRetry={() => void trash.refetch()}
        />
      )}
      {!tasks && !trash.error && <Skeleton height={180} />}
      {tasks?.length === 0 && (
        <EmptyState icon={<Trash2 size={22} />} title={t('trash.empty')} text={t('trash.emptyText')} />
      )}
      {tasks && tasks.length > 0 && (
        <ul className="milestones">
          {tasks.map((task) => (
            <TrashRow key={task.id} task={task} project={project} mayRestore={mayRestore} />
          ))}
        </ul>
      )}
      {trash.hasNextPage && (
        <Button variant="ghost" isBusy={trash.isFetchingNextPage} onClick={() => void trash.fetchNextPage()}>
          {t('trash.more')}
        </Button>
      )}
    </>
  );
}

type RowProps = { task: TrashedTask; project: Project; mayRestore: boolean };

function TrashRow({ task, project, mayRestore }: RowProps) {
  const now = useToday();
  const { data: states = [] } = useQuery(workflowQuery(project.id));
  const { data: members = [] } = useQuery(membersQuery(project.id));
  const restore = useRestoreTrashed(project.id);
  const [isBusy, setIsBusy] = useState(false);
  const left = Math.max(0, daysBetween(now, dayOf(task.keptUntil)));
  const name = members.find((member) => member.userId === task.deletedById)?.displayName;
  const ago = timeAgo(task.deletedAt);

  const handleRestore = async () => {
    setIsBusy(true);
    // A row whose task has come back is gone: only one that was refused waits for another press.
    if (!(await restore(task))) setIsBusy(false);
  };
  return (
    <li className="milestone">
      <StatusIcon category={task.statusCategory} isReview={isReviewState(task.status, states)} />
      <div className="trash-what">
        <h3 className="truncate">
          <span className="text-xs font-normal text-ink-3 tabular-nums">{task.key}</span> {task.title}
        </h3>
        <p className="truncate text-xs text-ink-3">
          {name ? t('trash.deletedBy', { name, ago }) : t('trash.deleted', { ago })}
          {task.subtaskCount > 0 && ` · ${t('trash.below', { count: task.subtaskCount })}`}
        </p>
      </div>
      <span className={left <= SOON_DAYS ? 'milestone-days due-soon' : 'milestone-days text-ink-3'}>
        {left === 0 ? t('trash.lastDay') : t('trash.daysLeft', { count: left })}
      </span>
      {mayRestore && (
        <Button
          isBusy={isBusy}
          aria-label={t('trash.restoreOne', { key: task.key, title: task.title })}
          onClick={() => void handleRestore()}
        >
          {t('trash.restore')}
        </Button>
      )}
    </li>
  );
}
