import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { allPages } from '@/api/all-pages';
import { api } from '@/api/client';
import type { PricedEntry, TimeEntry } from '@/api/types';
import { timeKeys } from '@/features/time/timer-queries';
import type { DateOnly } from '@/lib/dates';

export type EntryFilter = { taskId?: string; userId?: string; from?: DateOnly; to?: DateOnly };
export type EntryDraft = Pick<TimeEntry, 'minutes' | 'date'> & Partial<Pick<TimeEntry, 'taskId' | 'note' | 'billable'>>;

const byDay = (a: TimeEntry, b: TimeEntry) => (a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1);

/** The time spent in a project within a period, newest day first; what it costs only managers are told. */
export const entriesQuery = (projectId: string, filter: EntryFilter) =>
  queryOptions({
    queryKey: [...timeKeys.all, projectId, filter] as const,
    queryFn: async ({ signal }) =>
      (await allPages<PricedEntry>(`/api/projects/${projectId}/time-entries`, { signal, query: filter })).sort(byDay),
    staleTime: 30_000,
  });

export function useEntries() {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: timeKeys.all });
  const pathOf = (projectId: string) => `/api/projects/${projectId}/time-entries`;

  const log = useMutation({
    mutationFn: ({ projectId, ...body }: EntryDraft & { projectId: string }) =>
      api.post<TimeEntry>(pathOf(projectId), { body }),
    onSuccess: refresh,
  });
  const change = useMutation({
    mutationFn: ({ entry, ...body }: Partial<EntryDraft> & { entry: TimeEntry }) =>
      api.patch<TimeEntry>(`${pathOf(entry.projectId)}/${entry.id}`, { body }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (entry: TimeEntry) => api.delete(`${pathOf(entry.projectId)}/${entry.id}`),
    onSuccess: refresh,
  });
  return { log, change, remove };
}

export const totalOf = (entries: readonly TimeEntry[]): number =>
  entries.reduce((sum, entry) => sum + entry.minutes, 0);
