import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { allPages } from '@/api/all-pages';
import { api } from '@/api/client';
import type { SheetState, TimeSheet } from '@/api/types';
import { timeKeys } from '@/features/time/timer-queries';
import type { DateOnly } from '@/lib/dates';

export type SheetFilter = { week?: DateOnly; userId?: string; state?: SheetState };
export type SheetStep = 'submit' | 'approve' | 'reject' | 'reopen';

const byWeek = (a: TimeSheet, b: TimeSheet) => (a.week === b.week ? (a.id < b.id ? -1 : 1) : a.week < b.week ? 1 : -1);

/** The weeks of a project in which somebody has written down time, the latest first. */
export const sheetsQuery = (projectId: string, filter: SheetFilter) =>
  queryOptions({
    queryKey: [...timeKeys.all, 'sheets', projectId, filter] as const,
    queryFn: async ({ signal }) =>
      (await allPages<TimeSheet>(`/api/projects/${projectId}/time-sheets`, { signal, query: filter })).sort(byWeek),
    staleTime: 30_000,
  });

type Steps = { sheets: readonly TimeSheet[]; step: SheetStep; reason?: string };

/** From one state to the next, sheet after sheet. Whoever was too late sees how they stand now. */
export function useSheetSteps() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ sheets, step, reason }: Steps) => {
      const done: TimeSheet[] = [];
      for (const { projectId, id } of sheets) {
        const path = `/api/projects/${projectId}/time-sheets/${id}/${step}`;
        done.push(await api.post<TimeSheet>(path, { body: reason === undefined ? undefined : { reason } }));
      }
      return done;
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: timeKeys.all }),
  });
}
