import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ListFilter, Trash2 } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { ApiError } from '@/api/api-error';
import type { SavedView, Task } from '@/api/types';
import { TimerSlot } from '@/app/layout/timer-slot';
import { TaskBeside } from '@/app/pages/task-beside';
import { FollowProjects } from '@/features/list/follow-projects';
import { countOf } from '@/features/list/group-bar';
import { type ListSource, useTaskList } from '@/features/list/list-queries';
import { ListSkeleton } from '@/features/list/list-skeleton';
import { useProjectLookup } from '@/features/list/project-lookup';
import { TaskGrid } from '@/features/list/task-grid';
import { projectsQuery } from '@/features/projects/project-queries';
import { mayEditTasks } from '@/features/projects/project-rights';
import { profileQuery } from '@/features/session/session-queries';
import { type QueryFault, queryFaultOf } from '@/features/tasks/query/query-fault';
import { ordersItself } from '@/features/tasks/query/query-tokens';
import { useViewChanges, viewQuery } from '@/features/views/view-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-list';
import '@/lib/i18n-views';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { IconButton } from '@/ui/icon-button';

const QueryField = lazy(() =>
  import('@/features/tasks/query/query-field').then((module) => ({ default: module.QueryField })),
);

const ALL = 'all';

/** What a view of a whole workspace asks for: only the server knows what its query finds. */
function sourceOf(view: SavedView): ListSource {
  const query: Record<string, string> = { workspaceId: view.workspaceId };
  if (view.query) query.query = view.query;
  return {
    name: `view/${view.id}`,
    groups: [{ id: ALL, query }],
    sort: ordersItself(view.query) ? '' : '-updatedAt',
    isAskedAgain: true,
    rules: { groupOf: () => ALL, belongs: (_task, isKnown) => isKnown, compare: () => 0 },
  };
}

/** The query of a view that cannot be asked, most likely because what it names is gone: its owner mends it here. */
function MendView({ view, fault }: { view: SavedView; fault: QueryFault }) {
  const { change } = useViewChanges();
  const [tried, setTried] = useState(view.query);
  const handleApply = (query: string) => {
    setTried(query);
    change.mutate({ view, fields: { query } });
  };
  return (
    <Suspense>
      <QueryField
        query={tried}
        fault={tried === view.query ? fault : queryFaultOf(change.error)}
        vocabulary={{ project: null, states: [], members: [], labels: [] }}
        onApply={handleApply}
      />
    </Suspense>
  );
}

function ViewOf({ view }: { view: SavedView }) {
  const { task: openKey } = useSearch({ from: '/shell/views/$viewId' });
  const navigate = useNavigate({ from: '/views/$viewId' });
  const { data: me } = useQuery(profileQuery);
  const { data: projects = [] } = useQuery(projectsQuery);
  const { remove } = useViewChanges();
  const list = useTaskList(sourceOf(view));
  const loaded = list.data?.groups[0];
  const tasks = useMemo(() => loaded?.ids.flatMap((id) => list.data?.tasks.get(id) ?? []) ?? [], [loaded, list.data]);
  const projectIds = useMemo(() => [...new Set(tasks.map((task) => task.projectId))].sort(), [tasks]);
  const lookup = useProjectLookup(projectIds, (id) => list.data?.tasks.get(id));
  const isMore = loaded?.nextCursor != null;
  const projectOf = (task: Task) => projects.find((project) => project.id === task.projectId) ?? null;
  const mayEdit = projectIds.every((id) => projects.some((project) => project.id === id && mayEditTasks(project)));
  const fault = queryFaultOf(list.error);
  const isMine = me?.id === view.ownerId;
  const handleClose = () => void navigate({ search: {} });
  const handleDelete = () => remove.mutate(view, { onSuccess: () => void navigate({ to: '/projects' }) });

  return (
    <>
      <header className="topbar">
        <h1 className="min-w-0 flex-1 truncate text-[0.9375rem]">{view.name}</h1>
        {tasks.length > 0 && (
          <span className="text-xs text-ink-2 tabular-nums">
            {t('list.tasks', { shown: countOf({ tasks, isMore }), count: tasks.length })}
          </span>
        )}
        <TimerSlot />
        {isMine && (
          <IconButton label={t('views.delete')} onClick={handleDelete}>
            <Trash2 size={16} />
          </IconButton>
        )}
      </header>
      {fault && isMine && <MendView view={view} fault={fault} />}
      {list.error && !list.data && (
        <ErrorState
          title={t(fault ? 'views.broken' : 'list.loadFailed')}
          detail={list.error.message}
          traceId={list.error instanceof ApiError ? list.error.traceId : null}
          onRetry={() => void list.refetch()}
        />
      )}
      {!list.data && !list.error && <ListSkeleton />}
      {list.data && tasks.length === 0 && <EmptyState icon={<ListFilter size={22} />} title={t('views.noMatch')} />}
      {tasks.length > 0 && (
        <TaskGrid
          label={view.name}
          name={`view/${view.id}`}
          groups={[{ id: ALL, title: '', tasks, isMore }]}
          lookup={lookup}
          projectOf={projectOf}
          mayEdit={mayEdit}
          openKey={openKey}
          onOpen={(task) => void navigate({ search: { task: task.key } })}
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

/** A saved view of the tasks of a whole workspace. */
export function ViewPage() {
  const { viewId } = useParams({ from: '/shell/views/$viewId' });
  const { data: view, error, refetch } = useQuery(viewQuery(viewId));
  if (view) return <ViewOf key={view.id} view={view} />;
  if (error instanceof ApiError && error.status === 404) {
    return <EmptyState title={t('views.gone')} text={t('views.goneText')} />;
  }
  return error ? <ErrorState title={t('views.loadFailed')} onRetry={() => void refetch()} /> : <ListSkeleton />;
}
