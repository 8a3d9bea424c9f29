import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { allPages } from '@/api/all-pages';
import { api } from '@/api/client';
import type { Rate } from '@/api/types';
import { timeKeys } from '@/features/time/timer-queries';

export type RateDraft = Pick<Rate, 'userId' | 'amount' | 'currency' | 'validFrom' | 'validUntil'>;

/** What an hour costs in a project, the latest first. */
export const ratesQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...timeKeys.all, 'rates', projectId] as const,
    queryFn: ({ signal }) => allPages<Rate>(`/api/projects/${projectId}/rates`, { signal }),
    staleTime: 30_000,
  });

export function useRates(projectId: string) {
  const queryClient = useQueryClient();
  const path = `/api/projects/${projectId}/rates`;
  // The amounts of all entries follow.
  const onSettled = () => queryClient.invalidateQueries({ queryKey: timeKeys.all });

  const save = useMutation({
    mutationFn: ({ rate, draft }: { rate: Rate | null; draft: RateDraft }) =>
      rate
        ? api.put<Rate>(`${path}/${rate.id}`, { body: draft, version: rate.version })
        : api.post<Rate>(path, { body: draft }),
    onSettled,
  });
  const end = useMutation({
    mutationFn: ({ rate, validUntil }: { rate: Rate; validUntil: string | null }) =>
      api.patch<Rate>(`${path}/${rate.id}`, { body: { validUntil } }),
    onSettled,
  });
  const remove = useMutation({ mutationFn: ({ id }: Rate) => api.delete(`${path}/${id}`), onSettled });
  return { save, end, remove };
}
