import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import type { Project } from '@/api/types';
import { ProjectGate } from '@/app/pages/project-gate';
import { TaskViewFrame } from '@/app/pages/task-view-frame';
import { useTaskView } from '@/app/pages/use-task-view';
import { anySortOf } from '@/features/list/list-order';
import { ColumnMenu } from '@/features/list/table/column-menu';
import {
  allColumns,
  type Column,
  columnsOf,
  columnsText,
  orderOf,
  showsComputed,
  showsOwnFields,
  sortedBy,
} from '@/features/list/table/table-columns';
import { TaskTable } from '@/features/list/table/task-table';
import { customFieldsQuery } from '@/features/projects/custom-field-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-list';
import '@/lib/i18n-task';

const CycleBulk = lazy(() => import('@/features/cycles/cycle-bulk').then((module) => ({ default: module.CycleBulk })));

const route = '/shell/p/$key/table';

function ProjectTable({ project }: { project: Project }) {
  const { sort: sorting, cols } = useSearch({ from: route });
  const { data: fields } = useQuery(customFieldsQuery(project.id));
  const all = useMemo(() => allColumns(fields ?? []), [fields]);
  const columns = useMemo(() => columnsOf(cols, all), [cols, all]);
  const orderBy = orderOf(sorting, all);
  const sort = sortedBy(sorting, all) ?? anySortOf(sorting);
  const view = useTaskView(project, anySortOf(sorting), {
    hasFields: showsOwnFields(columns),
    hasComputed: showsComputed(columns),
    orderBy,
  });

  /** By a column upwards, then downwards, then as on the board. */
  const handleSort = ({ sort: field }: Column) => {
    if (!field) return;
    const next = sort === field ? `-${field}` : sort === `-${field}` ? undefined : field;
    view.change({ sort: next });
  };
  return (
    <TaskViewFrame
      view={view}
      layout="table"
      controls={
        <ColumnMenu columns={columns} all={all} onChange={(next) => view.change({ cols: columnsText(next) })} />
      }
    >
      <TaskTable
        label={t('table.label', { name: project.name })}
        tasks={view.tasks}
        columns={columns}
        sort={view.isOrdered ? null : sort}
        lookup={view.lookup}
        mayEdit={view.mayEdit}
        openKey={view.openKey}
        onSort={handleSort}
        onOpen={(task) => view.open(task.key)}
        onEscape={() => view.openKey && view.open(undefined)}
        onEnd={() => view.list.loadMore('all')}
        isMore={view.isMore}
        found={view.list.found}
        bulkExtra={(tasks) => (
          <Suspense>
            <CycleBulk projectId={project.id} tasks={tasks} />
          </Suspense>
        )}
      />
    </TaskViewFrame>
  );
}

export function TablePage() {
  const { key } = useParams({ from: route });
  return <ProjectGate projectKey={key}>{(project) => <ProjectTable key={project.id} project={project} />}</ProjectGate>;
}
