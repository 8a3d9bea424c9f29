import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Task } from '@/api/types';
import { taskQuery } from '@/features/tasks/task-queries';

/** The tasks that entries belong to, by id. One that was deleted is not among them. */
export function useTaskNames(ids: readonly (string | null)[]): ReadonlyMap<string, Task> {
  const wanted = [...new Set(ids)].flatMap((id) => id ?? []).sort();
  const tasks = useQueries({
    queries: wanted.map((id) => ({ ...taskQuery(id), staleTime: 5 * 60_000 })),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  });
  return useMemo(() => new Map(tasks.map((task) => [task.id, task])), [tasks]);
}
