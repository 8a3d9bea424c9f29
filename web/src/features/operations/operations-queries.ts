import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type {
  DeadLetter,
  DeadLetterDetails,
  DeadLetterGroups,
  DeadLetterPage,
  Discarded,
  Replayed,
  Saga,
  SagaPage,
  ServiceHealth,
  ServiceQueues,
} from '@/api/operations-types';
import type { Page } from '@/api/types';

const root = ['operations'] as const;
const lettersKey = [...root, 'letters'] as const;

/** Numbers that move: asked for every two seconds while the page can be seen. */
const LIVE_MS = 2000;

export const queuesQuery = queryOptions({
  queryKey: [...root, 'queues'],
  queryFn: async ({ signal }) => {
    const [queues, services] = await Promise.all([
      api.get<Page<ServiceQueues>>('/api/operations/queues', { signal }),
      api.get<Page<ServiceHealth>>('/api/operations/services', { signal }),
    ]);
    return queues.items.map((queue) => ({
      ...queue,
      status: services.items.find((service) => service.name === queue.service)?.status ?? ('down' as const),
    }));
  },
  refetchInterval: LIVE_MS,
});

export const stuckSagasQuery = infiniteQueryOptions({
  queryKey: [...root, 'sagas'],
  queryFn: ({ signal, pageParam }) =>
    api.get<SagaPage>('/api/operations/sagas', { query: { isStuck: true, limit: 20, cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
  refetchInterval: LIVE_MS,
});

export const groupsQuery = queryOptions({
  queryKey: [...lettersKey, 'groups'],
  queryFn: ({ signal }) => api.get<DeadLetterGroups>('/api/operations/dead-letters/groups', { signal }),
  refetchInterval: LIVE_MS,
});

export const lettersQuery = (fingerprint: string) =>
  infiniteQueryOptions({
    queryKey: [...lettersKey, 'of', fingerprint],
    queryFn: ({ signal, pageParam }) =>
      api.get<DeadLetterPage>('/api/operations/dead-letters', {
        query: { fingerprint, limit: 20, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const letterQuery = (id: string, isWhole: boolean) =>
  queryOptions({
    queryKey: [...lettersKey, 'one', id, isWhole],
    queryFn: ({ signal }) =>
      api.get<DeadLetterDetails>(`/api/operations/dead-letters/${id}`, {
        query: { payload: isWhole || undefined },
        signal,
      }),
    // Each look at a payload is recorded, so nothing looks again by itself.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** What an act is about: one letter, or all of a cause. */
export type Target = { letter: DeadLetter } | { fingerprint: string };

const pathOf = (target: Target, act: 'replay' | 'discard') =>
  'letter' in target
    ? `/api/operations/dead-letters/${target.letter.id}/${act}`
    : `/api/operations/dead-letters/${act}`;

const scopeOf = (target: Target) => ('letter' in target ? {} : { filter: { fingerprint: [target.fingerprint] } });

function useLetterAct<Answer, Given extends { target: Target }>(act: (given: Given) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    // Somebody else may have dealt with it: either way what is shown is not so any more.
    onSettled: () =>
      queryClient.invalidateQueries({
        queryKey: root,
        predicate: ({ queryKey }) => queryKey[2] !== 'one',
      }),
  });
}

export function useResume() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<Saga>(`/api/operations/sagas/${id}/resume`, { body: {} }),
    // Somebody else may have resumed it: either way what is shown is not so any more.
    onSettled: () => queryClient.invalidateQueries({ queryKey: stuckSagasQuery.queryKey }),
  });
}

export const useReplay = () =>
  useLetterAct(async ({ target, force, reason }: { target: Target; force?: boolean; reason?: string }) => {
    const body = { ...scopeOf(target), force, reason };
    if (!('letter' in target)) return api.post<Replayed>(pathOf(target, 'replay'), { body });
    await api.post<DeadLetter>(pathOf(target, 'replay'), { body });
    return { replayed: 1, tooOld: 0, hasMore: false };
  });

export const useDiscard = () =>
  useLetterAct(async ({ target, reason }: { target: Target; reason: string }) => {
    const body = { ...scopeOf(target), reason };
    if (!('letter' in target)) return api.post<Discarded>(pathOf(target, 'discard'), { body });
    await api.post<DeadLetter>(pathOf(target, 'discard'), { body });
    return { discarded: 1, hasMore: false };
  });
