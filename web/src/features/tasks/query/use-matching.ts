import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import type { Page, Task } from '@/api/types';
import { taskFeed } from '@/features/tasks/task-feed';

const PAGE = 200;
const MOST_PAGES = 10;
const GATHER_MS = 800;

/** So many tasks of a query are looked for, and no more. */
export const MOST_FOUND = PAGE * MOST_PAGES;

type Found = { ids: ReadonlySet<string>; isMore: boolean };

/** The ids of a project's tasks that a query finds, and whether there are more. */
export async function findIds(projectId: string, query: string, signal: AbortSignal): Promise<Found> {
  const ids = new Set<string>();
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page: Page<Task> = await api.get('/api/tasks', { signal, query: { projectId, query, limit: PAGE, cursor } });
    for (const task of page.items) ids.add(task.id);
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  return { ids, isMore: cursor !== null };
}

/** The ids of a project's tasks that a query finds, asked again when a task has changed; null without a query. */
export function useMatching(projectId: string, query: string | undefined) {
  const queryClient = useQueryClient();
  const found = useQuery({
    queryKey: ['tasks', 'matching', projectId, query],
    queryFn: ({ signal }) => findIds(projectId, query ?? '', signal),
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
  });

  // The feed is outside React.
  useEffect(() => {
    if (query === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = taskFeed.subscribe(() => {
      clearTimeout(timer);
      const queryKey = ['tasks', 'matching', projectId, query];
      timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey }), GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queryClient, projectId, query]);

  if (query === undefined) return { ids: null, isMore: false, error: null };
  return { ids: found.data?.ids ?? null, isMore: found.data?.isMore === true, error: found.error };
}
