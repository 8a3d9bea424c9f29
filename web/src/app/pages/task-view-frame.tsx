import { ListChecks } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { ApiError } from '@/api/api-error';
import type { ViewLayout } from '@/api/types';
import { SavedViews } from '@/app/pages/saved-views';
import { TaskBeside } from '@/app/pages/task-beside';
import type { TaskView } from '@/app/pages/use-task-view';
import { openCreateTask } from '@/app/shell-state';
import { countOf } from '@/features/list/group-bar';
import { ListSkeleton } from '@/features/list/list-skeleton';
import { FilterBar } from '@/features/tasks/filter-bar';
import { QueryToggle } from '@/features/tasks/query/query-toggle';
import { t } from '@/lib/i18n';
import '@/lib/i18n-list';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';

const QueryField = lazy(() =>
  import('@/features/tasks/query/query-field').then((module) => ({ default: module.QueryField })),
);

type Props = {
  view: TaskView;
  layout: ViewLayout;
  /** At the end of the bar. */
  controls: ReactNode;
  /** Whether the view says something without tasks, too. */
  showsEmpty?: boolean;
  children: ReactNode;
};

/** Filters, query, the states of loading, and the open task, around a view of a project's tasks. */
export function TaskViewFrame({ view, layout, controls, showsEmpty = false, children }: Props) {
  const { project, facts, tasks, list, query, error, fault } = view;
  const closeQuery = () => {
    view.setIsQueryOpen(false);
    view.change({ query: undefined });
  };
  const isEmpty = list.data !== undefined && tasks.length === 0 && !showsEmpty;

  return (
    <>
      <FilterBar
        projectId={project.id}
        members={facts.members}
        states={facts.states}
        filters={view.filters}
        count={list.data ? t('list.tasks', { shown: countOf(view), count: tasks.length }) : ''}
        onChange={view.setFilters}
        onQuery={(next) => {
          view.setIsQueryOpen(true);
          view.change({ q: undefined, query: next });
        }}
      >
        <QueryToggle
          isOpen={view.isQueryOpen}
          onToggle={() => (view.isQueryOpen ? closeQuery() : view.setIsQueryOpen(true))}
        />
        <SavedViews project={project} layout={layout} />
        {controls}
      </FilterBar>
      {view.isQueryOpen && (
        <Suspense>
          <QueryField
            query={query ?? ''}
            fault={fault}
            vocabulary={{ project, states: facts.states, members: facts.members, labels: view.labels }}
            onApply={(next) => view.change({ query: next || undefined })}
            onClose={closeQuery}
          />
        </Suspense>
      )}
      {!list.data && !error && <ListSkeleton />}
      {error && !(fault && view.isQueryOpen) && !list.data && (
        <ErrorState
          title={t('list.loadFailed')}
          detail={error.message}
          traceId={error instanceof ApiError ? error.traceId : null}
          onRetry={view.retry}
        />
      )}
      {list.data && !isEmpty && children}
      {isEmpty && view.filterCount > 0 && (
        <EmptyState
          title={t('board.noMatch')}
          text={t('list.noMatchText')}
          action={<Button onClick={view.clear}>{t('board.clearFilters', { count: view.filterCount })}</Button>}
        />
      )}
      {isEmpty && view.filterCount === 0 && (
        <EmptyState
          icon={<ListChecks size={22} />}
          title={t('board.empty', { name: project.name })}
          text={t('list.emptyText')}
          action={
            view.mayEdit && (
              <Button variant="primary" onClick={openCreateTask}>
                {t('board.emptyAction')}
              </Button>
            )
          }
        />
      )}
      {view.openKey && <TaskBeside taskKey={view.openKey} onClose={() => view.open(undefined)} />}
    </>
  );
}
