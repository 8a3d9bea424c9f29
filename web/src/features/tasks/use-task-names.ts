import { queryOptions, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/api/client';
import type { Page, Task } from '@/api/types';

/** A query has room for so many ids. */
const MOST_IDS = 100;

const tasksOfIds = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['tasks', 'names', ids],
    queryFn: ({ signal }) =>
      api.get<Page<Task>>('/api/tasks', { signal, query: { query: `key in (${ids.join(',')})`, limit: MOST_IDS } }),
    staleTime: 5 * 60_000,
  });

/**
 * The tasks that entries belong to, by id, in one request. One that was deleted, or that one may not see, is null; while they are
 * loaded none is there.
 */
export function useTaskNames(ids: readonly (string | null)[]): ReadonlyMap<string, Task | null> {
  const wanted = [...new Set(ids)].flatMap((id) => id ?? []).sort();
  const parts = Array.from({ length: Math.ceil(wanted.length / MOST_IDS) }, (_, part) =>
    wanted.slice(part * MOST_IDS, (part + 1) * MOST_IDS),
  );
  const pages = useQueries({
    queries: parts.map((part) => ({
      ...tasksOfIds(part),
      select: ({ items }: Page<Task>) =>
        part.map((id) => [id, items.find((task) => task.id === id) ?? null] satisfies [string, Task | null]),
    })),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  });
  return useMemo(() => new Map(pages), [pages]);
}
