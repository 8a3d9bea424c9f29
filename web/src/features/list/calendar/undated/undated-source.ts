import type { ListSource } from '@/features/list/list-queries';
import { projectListSource } from '@/features/list/project-list';
import { narrowedQuery } from '@/features/tasks/query/narrowed-query';
import type { TaskFilters } from '@/features/tasks/task-filters';
import { isOpen, OPEN_CATEGORIES } from '@/features/tasks/task-state';
import type { DateOnly } from '@/lib/dates';

const UNDATED = 'due is empty';

/** The open tasks of a project without a due date, in the order on the board: what is done needs no day any more. */
export function undatedSource(
  projectId: string,
  filters: TaskFilters,
  query: string | undefined,
  now: DateOnly,
): ListSource {
  const view = { filters, query: narrowedQuery(query, UNDATED), grouping: 'none' as const, sort: 'rank' as const };
  const source = projectListSource(projectId, view, [], now);
  const { belongs } = projectListSource(projectId, { ...view, query }, [], now).rules;
  return {
    ...source,
    groups: source.groups.map((group) => ({
      ...group,
      query: { ...group.query, statusCategory: OPEN_CATEGORIES.join(',') },
    })),
    name: `${projectId}/undated`,
    isAskedAgain: query !== undefined,
    rules: {
      ...source.rules,
      belongs: (task, isKnown) => task.dueAt === null && isOpen(task) && belongs(task, isKnown),
    },
  };
}
