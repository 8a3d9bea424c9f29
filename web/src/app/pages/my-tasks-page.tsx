import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { ApiError } from '@/api/api-error';
import type { Task } from '@/api/types';
import { TimerSlot } from '@/app/layout/timer-slot';
import { TaskBeside } from '@/app/pages/task-beside';
import { byDue, type DueGroup } from '@/features/list/due-groups';
import { FollowProjects } from '@/features/list/follow-projects';
import type { GridGroup } from '@/features/list/grid-rows';
import { countOf } from '@/features/list/group-bar';
import { comparer } from '@/features/list/list-order';
import { type ListSource, useTaskList } from '@/features/list/list-queries';
import { ListSkeleton } from '@/features/list/list-skeleton';
import { useProjectLookup } from '@/features/list/project-lookup';
import { TaskGrid } from '@/features/list/task-grid';
import { projectsQuery } from '@/features/projects/project-queries';
import { profileQuery } from '@/features/session/session-queries';
import { isOpen, OPEN_CATEGORIES } from '@/features/tasks/task-state';
import { type Text, t } from '@/lib/i18n';
import '@/lib/i18n-list';
import { useToday } from '@/lib/use-today';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';

const TITLES: Record<DueGroup, Text> = {
  overdue: 'my.overdue',
  today: 'my.today',
  week: 'my.week',
  later: 'my.later',
  none: 'my.none',
};
const ALL = 'all';

const mine = (userId: string | undefined): ListSource => ({
  name: 'mine',
  groups: [{ id: ALL, query: { assigneeId: 'me', statusCategory: OPEN_CATEGORIES.join(',') } }],
  sort: 'dueAt',
  rules: {
    groupOf: () => ALL,
    belongs: (task) => task.assigneeIds.includes(userId ?? '') && isOpen(task),
    compare: comparer('dueAt'),
  },
});

export function MyTasksPage() {
  const { task: openKey } = useSearch({ from: '/shell/my' });
  const navigate = useNavigate({ from: '/my' });
  const now = useToday();
  const { data: user } = useQuery(profileQuery);
  const { data: projects = [] } = useQuery(projectsQuery);
  const list = useTaskList(mine(user?.id), user !== undefined);

  const loaded = list.data?.groups[0];
  const tasks = useMemo(
    () => (loaded?.ids ?? []).flatMap((id) => list.data?.tasks.get(id) ?? []),
    [loaded, list.data?.tasks],
  );
  const projectIds = useMemo(() => [...new Set(tasks.map((task) => task.projectId))].sort(), [tasks]);
  const lookup = useProjectLookup(projectIds, (id) => list.data?.tasks.get(id));

  const due = byDue(tasks, now);
  const groups = due.map(({ group, tasks: shown }, index): GridGroup => {
    // In the order of due dates only the last group can go on behind what is loaded.
    const isMore = index === due.length - 1 && loaded?.nextCursor != null;
    return { id: group, title: t(TITLES[group]), tasks: shown, isMore, tone: group === 'overdue' ? 'late' : undefined };
  });
  const handleOpen = (task: Task) => void navigate({ search: { task: task.key } });
  const handleClose = () => void navigate({ search: {} });

  return (
    <>
      <header className="topbar">
        <h1 className="flex-1 text-[0.9375rem]">{t('app.my')}</h1>
        {tasks.length > 0 && (
          <span className="text-xs text-ink-2 tabular-nums">
            {t('list.tasks', { shown: countOf({ tasks, isMore: loaded?.nextCursor != null }), count: tasks.length })}
          </span>
        )}
        <TimerSlot />
      </header>
      {list.error && !list.data && (
        <ErrorState
          title={t('my.failed')}
          detail={list.error.message}
          traceId={list.error instanceof ApiError ? list.error.traceId : null}
          onRetry={() => void list.refetch()}
        />
      )}
      {!list.data && !list.error && <ListSkeleton />}
      {list.data && tasks.length === 0 && (
        <EmptyState icon={<ListChecks size={22} />} title={t('my.empty')} text={t('my.emptyText')} />
      )}
      {tasks.length > 0 && (
        <TaskGrid
          label={t('app.my')}
          name="my"
          groups={groups}
          lookup={lookup}
          projectOf={(task) => projects.find((project) => project.id === task.projectId) ?? null}
          mayEdit
          openKey={openKey}
          onOpen={handleOpen}
          onEscape={() => openKey && handleClose()}
          onEnd={() => list.loadMore(ALL)}
          found={list.found}
        />
      )}
      <FollowProjects projectIds={projectIds} find={(id) => list.data?.tasks.get(id)} />
      {openKey && <TaskBeside taskKey={openKey} onClose={handleClose} />}
    </>
  );
}
