import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api } from '@/api/client';
import type { Page, Task } from '@/api/types';
import {
  fromGroups,
  type ListAction,
  type ListRules,
  type ListState,
  type LoadedGroup,
  listReducer,
} from '@/features/list/list-state';
import { taskFeed } from '@/features/tasks/task-feed';
import { useStable } from '@/lib/use-stable';

const PAGE = 100;
const MOST = 200;
const GATHER_MS = 800;

/** One group of a list is one question to the server. */
export type GroupQuery = { id: string; query: Record<string, string> };

/** `name` tells lists apart; groups, order and filters are part of what is asked. */
export type ListSource = {
  name: string;
  groups: readonly GroupQuery[];
  /** Empty where the query of the groups says the order. */
  sort: string;
  /** Whether any change of a task may change what the list shows, so that it is asked again. */
  isAskedAgain?: boolean;
  rules: ListRules;
};

/** The first page, or as much as was loaded before, so that a refresh does not shorten the list under the reader. */
async function loadGroup({ id, query }: GroupQuery, sort: string, wanted: number, signal: AbortSignal) {
  const tasks: Task[] = [];
  let cursor: string | null = null;
  do {
    const limit = Math.min(MOST, Math.max(PAGE, wanted - tasks.length));
    const page: Page<Task> = await api.get('/api/tasks', { signal, query: { ...query, sort, limit, cursor } });
    tasks.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && tasks.length < wanted);
  return { id, tasks, nextCursor: cursor } satisfies LoadedGroup;
}

/** A list of tasks in groups, kept current by this tab's own writes and by other browsers. */
export function useTaskList({ name, groups, sort, isAskedAgain = false, rules }: ListSource, isEnabled = true) {
  const queryClient = useQueryClient();
  const asked = JSON.stringify([groups, sort]);
  const queryKey = useMemo(() => ['tasks', 'rows', name, asked] as const, [name, asked]);

  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const known = queryClient.getQueryData<ListState>(queryKey);
      const lengthOf = (id: string) => known?.groups.find((group) => group.id === id)?.ids.length ?? 0;
      return fromGroups(await Promise.all(groups.map((group) => loadGroup(group, sort, lengthOf(group.id), signal))));
    },
    enabled: isEnabled,
    placeholderData: keepPreviousData,
  });

  const dispatch = useStable((action: ListAction) =>
    queryClient.setQueryData<ListState>(queryKey, (state) => state && listReducer(state, action, rules)),
  );

  // The feed is outside React.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => void queryClient.invalidateQueries({ queryKey });
    const stop = taskFeed.subscribe((news) => {
      clearTimeout(timer);
      if (news.kind === 'unknown') return askAgain();
      dispatch(news.kind === 'saved' ? { type: 'saved', task: news.task } : { type: 'removed', id: news.id });
      if (isAskedAgain) timer = setTimeout(askAgain, GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queryClient, queryKey, dispatch, isAskedAgain]);

  const more = useMutation({
    mutationFn: ({ group, cursor }: { group: GroupQuery; cursor: string }) =>
      api.get<Page<Task>>('/api/tasks', { query: { ...group.query, sort, limit: PAGE, cursor } }),
    onSuccess: (page, { group }) =>
      dispatch({ type: 'paged', group: group.id, tasks: page.items, nextCursor: page.nextCursor }),
  });
  const loadMore = useStable((groupId: string) => {
    const cursor = query.data?.groups.find((group) => group.id === groupId)?.nextCursor;
    const group = groups.find((candidate) => candidate.id === groupId);
    if (group && cursor && !more.isPending && !query.isPlaceholderData) more.mutate({ group, cursor });
  });
  /** Page by page until nothing is left, or as much is loaded as can be changed at once; gives the ids of all that is loaded. */
  const loadAll = useStable(async (most: number): Promise<readonly string[]> => {
    const known = () => queryClient.getQueryData<ListState>(queryKey)?.groups ?? [];
    const ids = () => known().flatMap((group) => group.ids);
    for (const group of groups) {
      for (;;) {
        const cursor = known().find((candidate) => candidate.id === group.id)?.nextCursor;
        const room = most - ids().length;
        if (!cursor || room <= 0) break;
        const page = await api.get<Page<Task>>('/api/tasks', {
          query: { ...group.query, sort, limit: Math.min(MOST, room), cursor },
        });
        dispatch({ type: 'paged', group: group.id, tasks: page.items, nextCursor: page.nextCursor });
      }
    }
    return ids().slice(0, most);
  });
  return { ...query, loadMore, loadAll };
}
