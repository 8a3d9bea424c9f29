import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { SquareKanban } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { ApiError } from '@/api/api-error';
import type { Project, Task } from '@/api/types';
import { ProjectGate } from '@/app/pages/project-gate';
import { SavedViews } from '@/app/pages/saved-views';
import { TaskBeside } from '@/app/pages/task-beside';
import { openCreateTask } from '@/app/shell-state';
import { useBoard } from '@/features/board/board-queries';
import { BoardSkeleton } from '@/features/board/board-skeleton';
import { DisplayMenu } from '@/features/board/display-menu';
import { TaskBoard } from '@/features/board/task-board';
import { labelsQuery, membersQuery, workflowQuery } from '@/features/projects/project-queries';
import { FilterBar } from '@/features/tasks/filter-bar';
import { queryFaultOf } from '@/features/tasks/query/query-fault';
import { QueryToggle } from '@/features/tasks/query/query-toggle';
import { MOST_FOUND, useMatching } from '@/features/tasks/query/use-matching';
import { countFilters, matcher, type TaskFilters } from '@/features/tasks/task-filters';
import { useBlockedTasks } from '@/features/tasks/use-blocked-tasks';
import { t } from '@/lib/i18n';
import { useStable } from '@/lib/use-stable';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';

const QueryField = lazy(() =>
  import('@/features/tasks/query/query-field').then((module) => ({ default: module.QueryField })),
);

const route = '/shell/p/$key/board';

function ProjectBoard({ project }: { project: Project }) {
  const { task: openKey, query, ...filters } = useSearch({ from: route });
  const [isQueryAsked, setIsQueryOpen] = useState(query !== undefined);
  const navigate = useNavigate({ from: '/p/$key/board' });
  const board = useBoard(project.id);
  const { data: states = [] } = useQuery(workflowQuery(project.id));
  const { data: labels } = useQuery(labelsQuery(project.id));
  const { data: members } = useQuery(membersQuery(project.id));
  const now = useToday();
  const matching = useMatching(project.id, query);
  const fault = queryFaultOf(matching.error);
  const isQueryOpen = isQueryAsked || fault !== null;
  const blocked = useBlockedTasks([project.id], (id) => board.data?.tasks[id]);

  const setFilters = (next: TaskFilters) =>
    void navigate({ search: { ...next, task: openKey, query }, replace: true, resetScroll: false });
  const onOpen = useStable((task: Task) => void navigate({ search: (last) => ({ ...last, task: task.key }) }));
  const setQuery = (next: string | undefined) =>
    void navigate({ search: (last) => ({ ...last, query: next || undefined }), replace: true, resetScroll: false });
  const closeQuery = () => {
    setIsQueryOpen(false);
    setQuery(undefined);
  };
  const clearAll = () => void navigate({ search: { task: openKey }, replace: true, resetScroll: false });
  const handleClose = () => void navigate({ search: (last) => ({ ...last, task: undefined }) });

  const context = useMemo(
    () => ({
      project,
      states,
      people: new Map(members?.map((member) => [member.userId, member])),
      labelColours: new Map(labels?.map((label) => [label.name.toLowerCase(), label.color])),
      blocked,
      now,
      openKey,
      onOpen,
    }),
    [project, states, members, labels, blocked, now, openKey, onOpen],
  );

  const data = board.data;
  const total = data?.lanes.reduce((sum, lane) => sum + lane.taskCount, 0) ?? 0;
  const filterCount = countFilters(filters) + (query === undefined ? 0 : 1);
  const isShown = matcher(filters, now);
  const { ids: found } = matching;
  const shown =
    data && filterCount > 0
      ? Object.values(data.tasks).filter((task) => isShown(task) && (found === null || found.has(task.id))).length
      : total;

  return (
    <>
      <FilterBar
        projectId={project.id}
        members={members ?? []}
        filters={filters}
        count={t('board.tasks', { count: shown })}
        onChange={setFilters}
        onQuery={(next) => {
          setIsQueryOpen(true);
          void navigate({
            search: (last) => ({ ...last, q: undefined, query: next }),
            replace: true,
            resetScroll: false,
          });
        }}
      >
        <QueryToggle isOpen={isQueryOpen} onToggle={() => (isQueryOpen ? closeQuery() : setIsQueryOpen(true))} />
        <SavedViews project={project} layout="board" />
        {data && <DisplayMenu projectId={project.id} lanes={data.lanes} states={states} />}
      </FilterBar>
      {isQueryOpen && (
        <Suspense>
          <QueryField
            query={query ?? ''}
            fault={fault}
            vocabulary={{ project, states, members: members ?? [], labels: labels ?? [] }}
            onApply={setQuery}
            onClose={closeQuery}
          />
        </Suspense>
      )}
      {matching.isMore && (
        <p className="px-4 pb-2 text-xs text-ink-2" role="status">
          {t('board.tooMany', { count: MOST_FOUND })}
        </p>
      )}
      {board.isPending && <BoardSkeleton />}
      {board.isError && !data && (
        <ErrorState
          title={t('board.loadFailed')}
          detail={board.error.message}
          traceId={board.error instanceof ApiError ? board.error.traceId : null}
          onRetry={() => void board.refetch()}
        />
      )}
      {data && total === 0 && (
        <EmptyState
          icon={<SquareKanban size={22} />}
          title={t('board.empty', { name: project.name })}
          text={t('board.emptyText')}
          action={
            <Button variant="primary" onClick={openCreateTask}>
              {t('board.emptyAction')}
            </Button>
          }
        />
      )}
      {data && total > 0 && shown === 0 && (
        <EmptyState
          title={t('board.noMatch')}
          text={t('board.noMatchText')}
          action={<Button onClick={clearAll}>{t('board.clearFilters', { count: filterCount })}</Button>}
        />
      )}
      {data && shown > 0 && <TaskBoard board={data} filters={filters} found={found} context={context} />}
      {openKey && <TaskBeside taskKey={openKey} onClose={handleClose} />}
    </>
  );
}

export function BoardPage() {
  const { key } = useParams({ from: route });
  return <ProjectGate projectKey={key}>{(project) => <ProjectBoard key={project.id} project={project} />}</ProjectGate>;
}
