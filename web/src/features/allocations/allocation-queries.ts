import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Allocation, Page } from '@/api/types';
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
