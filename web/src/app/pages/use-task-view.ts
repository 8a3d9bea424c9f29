import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Project, Task } from '@/api/types';
import type { AnySort } from '@/features/list/list-order';
import { useTaskList } from '@/features/list/list-queries';
import { projectListSource, type ShownDays } from '@/features/list/project-list';
import { useProjectLookup } from '@/features/list/project-lookup';
import { labelsQuery, workflowQuery } from '@/features/projects/project-queries';
import { mayEditTasks } from '@/features/projects/project-rights';
import { narrowedBy } from '@/features/tasks/query/narrowed-query';
import { queryFaultOf } from '@/features/tasks/query/query-fault';
import { ordersItself } from '@/features/tasks/query/query-tokens';
import { countFilters, type TaskFilters } from '@/features/tasks/task-filters';
import { useLiveTasks } from '@/features/tasks/use-live-tasks';
import { useSettled } from '@/lib/use-settled';
import { useToday } from '@/lib/use-today';

const TYPING_MS = 250;
const NONE: readonly Task[] = [];

type Change = Record<string, string | undefined>;

/** What the ungrouped views of a project's tasks share: the address, the tasks it asks for, and what may be done. */
export function useTaskView(
  project: Project,
  sort: AnySort,
  own: { hasFields?: boolean; hasComputed?: boolean; orderBy?: string; days?: ShownDays } = {},
) {
  const { task: openKey, q, status, assignee, label, priority, due, query } = useSearch({ strict: false });
  const navigate = useNavigate();
  const now = useToday();
  const filters: TaskFilters = { q, status, assignee, label, priority, due };
  const settled = useSettled(q, TYPING_MS);
  const [isQueryAsked, setIsQueryOpen] = useState(query !== undefined);
  const lookup = useProjectLookup([project.id], (id) => list.data?.tasks.get(id));
  const facts = lookup(project.id);
  const workflow = useQuery(workflowQuery(project.id));
  const { data: labels = [] } = useQuery(labelsQuery(project.id));

  const asked: TaskFilters = { ...filters, q: settled };
  const view = {
    filters: asked,
    query,
    grouping: 'none' as const,
    sort,
    hasOwnFields: own.hasFields,
    hasComputed: own.hasComputed,
    orderBy: own.orderBy,
    days: own.days,
  };
  const source = projectListSource(project.id, view, facts.states, now);
  const list = useTaskList({ ...source, isSettling: settled !== q }, facts.states.length > 0);
  useLiveTasks(project.id, (id) => list.data?.tasks.get(id));
  // Days are asked for with a condition around the query, whose faults are then told as they stand in what was written.
  const fault = queryFaultOf(list.error, own.days && query ? narrowedBy(query) : 0);
  const group = list.data?.groups[0];
  const tasks = group?.ids.flatMap((id) => list.data?.tasks.get(id) ?? []) ?? NONE;

  const change = (next: Change) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  const open = (key: string | undefined) =>
    void navigate({ to: '.', search: (last) => ({ ...last, task: key }), resetScroll: false });
  const setFilters = (next: TaskFilters) =>
    change({
      q: next.q,
      status: next.status,
      assignee: next.assignee,
      label: next.label,
      priority: next.priority,
      due: next.due,
    });

  return {
    project,
    filters,
    /** As they are once nobody types any more. */
    asked,
    query,
    openKey,
    labels,
    lookup,
    facts,
    tasks,
    list,
    error: list.error ?? workflow.error,
    isMore: group ? group.nextCursor !== null : false,
    isOrdered: ordersItself(query),
    mayEdit: mayEditTasks(project) && project.state === 'active',
    filterCount: countFilters(filters) + (query === undefined ? 0 : 1),
    fault,
    // A saved view may name what is gone: then its query opens, to be mended.
    isQueryOpen: isQueryAsked || (fault !== null && query !== undefined),
    setIsQueryOpen,
    setFilters,
    change,
    open,
    clear: () => {
      setIsQueryOpen(false);
      setFilters({});
      change({ query: undefined });
    },
    retry: () => void (list.error ? list.refetch() : workflow.refetch()),
  };
}

export type TaskView = ReturnType<typeof useTaskView>;
