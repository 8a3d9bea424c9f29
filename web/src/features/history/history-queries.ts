import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import type { Page, Task, TaskDifference, TaskHistoryEntry } from '@/api/types';
import { taskFeed } from '@/features/tasks/task-feed';

const PAGE = 200;
/** So many pages are fetched unasked: the stream begins with the oldest, and the newest is what people look for. */
const UNASKED_PAGES = 5;
const firstPage = (): string | null => null;

export const historyQuery = (taskId: string) =>
  infiniteQueryOptions({
    queryKey: ['history', taskId] as const,
    queryFn: ({ signal, pageParam }): Promise<Page<TaskHistoryEntry>> =>
      api.get<Page<TaskHistoryEntry>>(`/api/tasks/${taskId}/history`, {
        signal,
        query: { limit: PAGE, cursor: pageParam },
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.nextCursor,
  });

/** What happened to a task, oldest first; it follows every change of it. */
export function useHistory(taskId: string) {
  const queryClient = useQueryClient();
  const query = useInfiniteQuery(historyQuery(taskId));
  const { hasNextPage, isFetching, fetchNextPage, data } = query;
  const isWanted = hasNextPage && !isFetching && (data?.pages.length ?? 0) < UNASKED_PAGES;

  // The next page can be asked for only when the one before has come.
  useEffect(() => {
    if (isWanted) void fetchNextPage();
  }, [isWanted, fetchNextPage]);

  // The feed is outside React.
  useEffect(
    () =>
      taskFeed.subscribe((news) => {
        if (news.kind === 'saved' && news.task.id !== taskId) return;
        void queryClient.invalidateQueries({ queryKey: historyQuery(taskId).queryKey });
      }),
    [queryClient, taskId],
  );
  return query;
}

/** The task as it stood then. It never changes. */
export const pastQuery = (taskId: string, asOf: string | null) =>
  queryOptions({
    queryKey: ['history', taskId, 'asOf', asOf] as const,
    queryFn: ({ signal }) => api.get<Task>(`/api/tasks/${taskId}`, { signal, query: { asOf } }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: asOf !== null,
  });

/** In what a task differs between two moments; without the second, between then and now. */
export const differenceQuery = (taskId: string, from: string, to: string | null) =>
  queryOptions({
    queryKey: ['history', taskId, 'diff', from, to] as const,
    queryFn: ({ signal }) => api.get<TaskDifference>(`/api/tasks/${taskId}/diff`, { signal, query: { from, to } }),
    staleTime: to === null ? 0 : Number.POSITIVE_INFINITY,
  });
