import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { allPages } from '@/api/all-pages';
import { api } from '@/api/client';
import type { Rate } from '@/api/types';
import { timeKeys } from '@/features/time/timer-queries';

export type RateDraft = Pick<Rate, 'userId' | 'amount' | 'currency' | 'validFrom'>;

/** What an hour costs in a project, the latest first. */
export const ratesQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...timeKeys.all, 'rates', projectId] as const,
    queryFn: ({ signal }) => allPages<Rate>(`/api/projects/${projectId}/rates`, { signal }),
    staleTime: 30_000,
  });

const isSamePlace = (a: RateDraft, b: RateDraft) => a.userId === b.userId && a.validFrom === b.validFrom;

/** Rates are set and deleted, never edited: another amount for the same day takes the place of the one before. */
export function useRates(projectId: string) {
  const queryClient = useQueryClient();
  const path = `/api/projects/${projectId}/rates`;
  const add = (body: RateDraft) => api.post<Rate>(path, { body });
  const drop = ({ id }: Rate) => api.delete(`${path}/${id}`);
  // The amounts of all entries follow.
  const onSettled = () => queryClient.invalidateQueries({ queryKey: timeKeys.all });

  const set = useMutation({
    mutationFn: async ({ replaced, draft }: { replaced: Rate | null; draft: RateDraft }) => {
      if (!replaced || !isSamePlace(replaced, draft)) {
        await add(draft);
        if (replaced) await drop(replaced);
        return;
      }
      await drop(replaced);
      try {
        await add(draft);
      } catch (fault) {
        const { userId, amount, currency, validFrom } = replaced;
        await add({ userId, amount, currency, validFrom });
        throw fault;
      }
    },
    onSettled,
  });
  const remove = useMutation({ mutationFn: drop, onSettled });
  return { set, remove };
}
