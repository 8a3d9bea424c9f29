import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api } from '@/api/client';
import type { Page, Task, TaskCount } from '@/api/types';
import {
  fromGroups,
  type ListAction,
  type ListRules,
  type ListState,
  type LoadedGroup,
  listReducer,
  MOST_TASKS,
} from '@/features/list/list-state';
import { taskFeed } from '@/features/tasks/task-feed';
import { useStable } from '@/lib/use-stable';

const PAGE = 100;
const MOST = 200;
const GATHER_MS = 800;

/** One group of a list is one question to the server. */
export type GroupQuery = { id: string; query: Record<string, string> };

/** All that a list finds, whatever of it is loaded. */
export type FoundTasks = {
  groups: readonly GroupQuery[];
  /** Whether the list still shows what other filters have found. */
  isLoading: boolean;
  /** Loads as much as can be changed at once and gives the ids, or nothing when the list shows something else by then. */
  load: () => Promise<readonly string[] | null>;
};

/** `name` tells lists apart; groups, order and filters are part of what is asked. */
export type ListSource = {
  name: string;
  groups: readonly GroupQuery[];
  /** Empty where the query of the groups says the order. */
  sort: string;
  /** Whether any change of a task may change what the list shows, so that it is asked again. */
  isAskedAgain?: boolean;
  /** Whether filters are being typed, so that other tasks are asked for in a moment. */
  isSettling?: boolean;
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
export function useTaskList(
  { name, groups, sort, isAskedAgain = false, isSettling = false, rules }: ListSource,
  isEnabled = true,
) {
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
  const isLoading = isSettling || query.isPlaceholderData;
  const isShown = useStable((key: typeof queryKey) => key === queryKey && !isLoading);
  /** Page by page, until nothing is left or as much is loaded as can be changed at once. */
  const load = useStable(async () => {
    const known = () => queryClient.getQueryData<ListState>(queryKey)?.groups ?? [];
    const ids = () => known().flatMap((group) => group.ids);
    for (const group of groups) {
      for (;;) {
        const cursor = known().find((candidate) => candidate.id === group.id)?.nextCursor;
        const room = MOST_TASKS - ids().length;
        if (!cursor || room <= 0) break;
        const page = await api.get<Page<Task>>('/api/tasks', {
          query: { ...group.query, sort, limit: Math.min(MOST, room), cursor },
        });
        if (!isShown(queryKey)) return null;
        dispatch({ type: 'paged', group: group.id, tasks: page.items, nextCursor: page.nextCursor });
      }
    }
    return ids().slice(0, MOST_TASKS);
  });
  const found: FoundTasks = { groups, isLoading, load };
  return { ...query, loadMore, found };
}

/** How many tasks a list finds in all its groups; the server counts no further than can be changed at once. */
export function useFoundCount({ groups, isLoading }: FoundTasks) {
  return useQuery({
    queryKey: ['tasks', 'count', groups] as const,
    queryFn: async ({ signal }) => {
      const counts = await Promise.all(
        groups.map(({ query }) => api.get<TaskCount>('/api/tasks/count', { signal, query })),
      );
      const count = counts.reduce((sum, group) => sum + group.count, 0);
      return { count: Math.min(count, MOST_TASKS), isMore: count > MOST_TASKS || counts.some(({ isMore }) => isMore) };
    },
    enabled: !isLoading,
  });
}
