import { useParams, useSearch } from '@tanstack/react-router';
import type { Project } from '@/api/types';
import { ProjectGate } from '@/app/pages/project-gate';
import { TaskViewFrame } from '@/app/pages/task-view-frame';
import { useTaskView } from '@/app/pages/use-task-view';
import { anySortOf } from '@/features/list/list-order';
import { ColumnMenu } from '@/features/list/table/column-menu';
import { type Column, columnsOf, columnsText } from '@/features/list/table/table-columns';
import { TaskTable } from '@/features/list/table/task-table';
import { t } from '@/lib/i18n';
import '@/lib/i18n-list';

const route = '/shell/p/$key/table';

function ProjectTable({ project }: { project: Project }) {
  const { sort: sorting, cols } = useSearch({ from: route });
  const sort = anySortOf(sorting);
  const view = useTaskView(project, sort);
  const columns = columnsOf(cols);

  /** By a column upwards, then downwards, then as on the board. */
  const handleSort = ({ sort: field }: Column) => {
    if (!field) return;
    const next = sort === field ? `-${field}` : sort === `-${field}` ? undefined : field;
    view.change({ sort: next });
  };
  return (
    <TaskViewFrame
      view={view}
      controls={<ColumnMenu columns={columns} onChange={(next) => view.change({ cols: columnsText(next) })} />}
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
      />
    </TaskViewFrame>
  );
}

export function TablePage() {
  const { key } = useParams({ from: route });
  return <ProjectGate projectKey={key}>{(project) => <ProjectTable key={project.id} project={project} />}</ProjectGate>;
}
