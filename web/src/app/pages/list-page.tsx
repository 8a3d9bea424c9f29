import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { ApiError } from '@/api/api-error';
import type { Project, Task } from '@/api/types';
import { ProjectGate } from '@/app/pages/project-gate';
import { SavedViews } from '@/app/pages/saved-views';
import { TaskBeside } from '@/app/pages/task-beside';
import { openCreateTask, openCreateTaskAt } from '@/app/shell-state';
import { DisplayMenu } from '@/features/list/display-menu';
import type { GridGroup } from '@/features/list/grid-rows';
import { countOf } from '@/features/list/group-bar';
import { groupingOf, sortOf } from '@/features/list/list-order';
import { useTaskList } from '@/features/list/list-queries';
import { ListSkeleton } from '@/features/list/list-skeleton';
import type { ListGroup } from '@/features/list/list-state';
import { projectListSource } from '@/features/list/project-list';
import { useProjectLookup } from '@/features/list/project-lookup';
import { TaskGrid } from '@/features/list/task-grid';
import { labelsQuery, workflowQuery } from '@/features/projects/project-queries';
import { mayEditTasks } from '@/features/projects/project-rights';
import { FilterBar } from '@/features/tasks/filter-bar';
import { PriorityIcon } from '@/features/tasks/priority-icon';
import { queryFaultOf } from '@/features/tasks/query/query-fault';
import { QueryToggle } from '@/features/tasks/query/query-toggle';
import { StatusIcon } from '@/features/tasks/status-icon';
import { countFilters, type TaskFilters } from '@/features/tasks/task-filters';
import { isReviewState, PRIORITIES, priorityLabel } from '@/features/tasks/task-state';
import { useLiveTasks } from '@/features/tasks/use-live-tasks';
import { t } from '@/lib/i18n';
import '@/lib/i18n-list';
import { useSettled } from '@/lib/use-settled';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';

const QueryField = lazy(() =>
  import('@/features/tasks/query/query-field').then((module) => ({ default: module.QueryField })),
);

const CycleBulk = lazy(() => import('@/features/cycles/cycle-bulk').then((module) => ({ default: module.CycleBulk })));

const route = '/shell/p/$key/list';
const TYPING_MS = 250;

function ProjectList({ project }: { project: Project }) {
  const { task: openKey, group, sort: sorting, query, ...filters } = useSearch({ from: route });
  const [isQueryAsked, setIsQueryOpen] = useState(query !== undefined);
  const navigate = useNavigate({ from: '/p/$key/list' });
  const now = useToday();
  const grouping = groupingOf(group);
  const sort = sortOf(sorting);
  const mayEdit = mayEditTasks(project) && project.state === 'active';
  const lookup = useProjectLookup([project.id], (id) => list.data?.tasks.get(id));
  const { states, members } = lookup(project.id);
  const workflow = useQuery(workflowQuery(project.id));
  const { data: labels = [] } = useQuery(labelsQuery(project.id));
  const q = useSettled(filters.q, TYPING_MS);

  const source = projectListSource(project.id, { filters: { ...filters, q }, query, grouping, sort }, states, now);
  const list = useTaskList({ ...source, isSettling: q !== filters.q }, states.length > 0);
  useLiveTasks(project.id, (id) => list.data?.tasks.get(id));

  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  const setFilters = (next: TaskFilters) =>
    void navigate({
      search: { ...next, task: openKey, group, sort: sorting, query },
      replace: true,
      resetScroll: false,
    });
  const clearAll = () =>
    void navigate({ search: { task: openKey, group, sort: sorting }, replace: true, resetScroll: false });
  const closeQuery = () => {
    setIsQueryOpen(false);
    change({ query: undefined });
  };
  const handleOpen = (task: Task) => void navigate({ search: (last) => ({ ...last, task: task.key }) });
  const handleClose = () => void navigate({ search: (last) => ({ ...last, task: undefined }) });

  const titled = ({ id, ids, nextCursor }: ListGroup): GridGroup => {
    const state = states.find((candidate) => candidate.key === id);
    const priority = PRIORITIES.find((candidate) => candidate === id);
    const shown = ids.flatMap((taskId) => list.data?.tasks.get(taskId) ?? []);
    const shared = { id, tasks: shown, isMore: nextCursor !== null };
    if (grouping === 'status' && state) {
      const icon = <StatusIcon category={state.category} isReview={isReviewState(id, states)} />;
      const onAdd = mayEdit ? () => openCreateTaskAt({ projectId: project.id, status: id }) : undefined;
      return { ...shared, title: state.name, icon, onAdd };
    }
    if (grouping === 'priority' && priority) {
      return { ...shared, title: priorityLabel(priority), icon: <PriorityIcon priority={priority} /> };
    }
    return { ...shared, title: '' };
  };
  const groups = (list.data?.groups ?? []).filter((loaded) => loaded.ids.length > 0).map(titled);
  const all = { tasks: groups.flatMap((shown) => shown.tasks), isMore: groups.some((shown) => shown.isMore) };
  const error = list.error ?? workflow.error;
  const fault = queryFaultOf(list.error);
  // A saved view may name what is gone: then its query opens, to be mended.
  const isQueryOpen = isQueryAsked || (fault !== null && query !== undefined);
  const hasFilters = countFilters(filters) > 0 || query !== undefined;

  return (
    <>
      <FilterBar
        projectId={project.id}
        members={members}
        states={states}
        filters={filters}
        count={list.data ? t('list.tasks', { shown: countOf(all), count: all.tasks.length }) : ''}
        onChange={setFilters}
        onQuery={(next) => {
          setIsQueryOpen(true);
          change({ q: undefined, query: next });
        }}
      >
        <QueryToggle isOpen={isQueryOpen} onToggle={() => (isQueryOpen ? closeQuery() : setIsQueryOpen(true))} />
        <SavedViews project={project} layout="list" />
        <DisplayMenu
          grouping={grouping}
          sort={sort}
          onGroup={(next) => change({ group: next === 'status' ? undefined : next })}
          onSort={(next) => change({ sort: next === 'rank' ? undefined : next })}
        />
      </FilterBar>
      {isQueryOpen && (
        <Suspense>
          <QueryField
            query={query ?? ''}
            fault={fault}
            vocabulary={{ project, states, members, labels }}
            onApply={(next) => change({ query: next || undefined })}
            onClose={closeQuery}
          />
        </Suspense>
      )}
      {!list.data && !error && <ListSkeleton />}
      {error && !(fault && isQueryOpen) && !list.data && (
        <ErrorState
          title={t('list.loadFailed')}
          detail={error.message}
          traceId={error instanceof ApiError ? error.traceId : null}
          onRetry={() => void (list.error ? list.refetch() : workflow.refetch())}
        />
      )}
      {list.data && groups.length > 0 && (
        <TaskGrid
          label={t('list.label', { name: project.name })}
          name={`${project.id}/${grouping}`}
          groups={groups}
          lookup={lookup}
          mayEdit={mayEdit}
          openKey={openKey}
          onOpen={handleOpen}
          onEscape={() => openKey && handleClose()}
          onEnd={list.loadMore}
          found={list.found}
          bulkExtra={(tasks) => (
            <Suspense>
              <CycleBulk projectId={project.id} tasks={tasks} />
            </Suspense>
          )}
        />
      )}
      {list.data && groups.length === 0 && hasFilters && (
        <EmptyState
          title={t('board.noMatch')}
          text={t('list.noMatchText')}
          action={
            <Button onClick={clearAll}>
              {t('board.clearFilters', { count: countFilters(filters) + (query === undefined ? 0 : 1) })}
            </Button>
          }
        />
      )}
      {list.data && groups.length === 0 && !hasFilters && (
        <EmptyState
          icon={<ListChecks size={22} />}
          title={t('board.empty', { name: project.name })}
          text={t('list.emptyText')}
          action={
            mayEdit && (
              <Button variant="primary" onClick={openCreateTask}>
                {t('board.emptyAction')}
              </Button>
            )
          }
        />
      )}
      {openKey && <TaskBeside taskKey={openKey} onClose={handleClose} />}
    </>
  );
}

export function ListPage() {
  const { key } = useParams({ from: route });
  return <ProjectGate projectKey={key}>{(project) => <ProjectList key={project.id} project={project} />}</ProjectGate>;
}
