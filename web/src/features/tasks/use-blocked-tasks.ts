import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { findIds } from '@/features/tasks/query/use-matching';
import { taskFeed } from '@/features/tasks/task-feed';

const GATHER_MS = 800;
const KEY = ['tasks', 'blocked'] as const;

/** The ids of the tasks that wait for an open one, in these projects; asked again when a task has changed. */
export function useBlockedTasks(projectIds: readonly string[]): ReadonlySet<string> {
  const queryClient = useQueryClient();
  const projects = projectIds.join(',');
  const { data } = useQuery({
    queryKey: [...KEY, projects],
    // A list, so that an answer like the last one draws nothing anew.
    queryFn: async ({ signal }) => [...(await findIds(projects, 'blocked = true', signal))].sort(),
    enabled: projects !== '',
    placeholderData: keepPreviousData,
  });

  // The feed is outside React.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = taskFeed.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: KEY }), GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queryClient]);
  return useMemo(() => new Set(data), [data]);
}
