import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { live } from '@/api/live';
import type { Task } from '@/api/types';
import { findIds } from '@/features/tasks/query/use-matching';
import { taskFeed } from '@/features/tasks/task-feed';

const GATHER_MS = 800;
export const BLOCKED_KEY = ['tasks', 'blocked'] as const;

/** A task as the screen shows it; what it does not show it cannot compare. */
export type FindTask = (id: string) => Task | undefined;

/**
 * The ids of the tasks that wait for an open one, in these projects. They are asked for again when a task has come to be
 * done or undone, is gone, or depends on others than before.
 */
export function useBlockedTasks(projectIds: readonly string[], find: FindTask): ReadonlySet<string> {
  const queryClient = useQueryClient();
  const projects = projectIds.join(',');
  const { data } = useQuery({
    queryKey: [...BLOCKED_KEY, projects],
    // A list, so that an answer like the last one draws nothing anew.
    queryFn: async ({ signal }) => [...(await findIds(projects, 'blocked = true', signal)).ids].sort(),
    enabled: projects !== '',
    placeholderData: keepPreviousData,
  });
  // What was drawn last: the news that is compared with it is not in it yet.
  const finder = useRef(find);
  finder.current = find;

  // The feed and the hub are outside React.
  useEffect(() => {
    // Their status is drawn already, and the server has not said yet that it wrote it.
    const unwritten = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: BLOCKED_KEY }), GATHER_MS);
    };
    const stopFollowing = taskFeed.subscribe((news) => {
      if (news.kind !== 'saved') return ask();
      const { id, version, statusCategory } = news.task;
      const shown = finder.current(id);
      if (!shown) return ask();
      if (shown.statusCategory !== statusCategory) unwritten.add(id);
      if (version > shown.version && unwritten.delete(id)) ask();
    });
    const stopListening = live.listen({ changed: ({ type }) => void (type.startsWith('task.dependency_') && ask()) });
    return () => {
      clearTimeout(timer);
      stopFollowing();
      stopListening();
    };
  }, [queryClient]);
  return useMemo(() => new Set(data), [data]);
}
