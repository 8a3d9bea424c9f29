import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Allocation, Capacity, DayOff, Page, PersonWorkload } from '@/api/types';
import type { DateOnly } from '@/lib/dates';

export type AllocationDraft = Pick<Allocation, 'userId' | 'hoursPerWeek' | 'from' | 'to'>;
const all = ['allocations'] as const;

/** What is planned in a project within a period. */
export const allocationsQuery = (projectId: string, from: DateOnly, to: DateOnly) =>
  queryOptions({
    queryKey: [...all, projectId, from, to] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<Allocation>>(`/api/projects/${projectId}/allocations`, { signal, query: { from, to, limit: 200 } })
        .then((page) => page.items),
    staleTime: 60_000,
  });

/** The weeks of the members, weighed against their capacity and days off. */
export const workloadQuery = (projectId: string, from: DateOnly, weeks: number) =>
  queryOptions({
    queryKey: [...all, 'workload', projectId, from, weeks] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<PersonWorkload>>(`/api/projects/${projectId}/workload`, {
          signal,
          query: { from, weeks, limit: 200 },
        })
        .then((page) => page.items),
    staleTime: 60_000,
  });

export const capacityQuery = queryOptions({
  queryKey: [...all, 'capacity'] as const,
  queryFn: ({ signal }) => api.get<Capacity>('/api/capacity', { signal }),
});

/** One's own days off that are not over. */
export const daysOffQuery = (from: DateOnly) =>
  queryOptions({
    queryKey: [...all, 'days-off', from] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<DayOff>>('/api/time-off', { signal, query: { from, limit: 200 } })
        .then((page) => page.items.sort((a, b) => a.from.localeCompare(b.from))),
  });

export type DayOffDraft = Pick<DayOff, 'from' | 'to' | 'kind' | 'part'>;

export function useOwnTime() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: all });
  const setCapacity = useMutation({
    mutationFn: (hoursPerWeek: number) => api.put<Capacity>('/api/capacity', { body: { hoursPerWeek } }),
    onSuccess,
  });
  const take = useMutation({
    mutationFn: (draft: DayOffDraft) => api.post<DayOff>('/api/time-off', { body: draft }),
    onSuccess,
  });
  const giveBack = useMutation({ mutationFn: (id: string) => api.delete(`/api/time-off/${id}`), onSuccess });
  return { setCapacity, take, giveBack };
}

export function useAllocations(projectId: string) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: all });
  const path = `/api/projects/${projectId}/allocations`;
  const save = useMutation({
    mutationFn: ({ id, ...draft }: AllocationDraft & { id: string | null }) =>
      id ? api.put<Allocation>(`${path}/${id}`, { body: draft }) : api.post<Allocation>(path, { body: draft }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`${path}/${id}`),
    onSuccess: refresh,
  });
  return { save, remove };
}
