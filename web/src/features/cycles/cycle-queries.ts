import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Cycle, CycleCapacity, CycleSettings, Page, RemovedCycleTasks, ScopeChange, Task } from '@/api/types';

const PAGE = 200;

/** Open ones first, by their days; of the closed ones the latest first. */
function byDays(a: Cycle, b: Cycle): number {
  if (a.state !== b.state) return a.state === 'open' ? -1 : 1;
  const order = a.startDate === b.startDate ? a.name.localeCompare(b.name) : a.startDate < b.startDate ? -1 : 1;
  return a.state === 'open' ? order : -order;
}

const keys = {
  all: (projectId: string) => ['projects', projectId, 'cycles'] as const,
  one: (projectId: string, cycleId: string) => ['projects', projectId, 'cycles', cycleId] as const,
};

export const cyclesQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.all(projectId),
    queryFn: ({ signal }) =>
      api
        .get<Page<Cycle>>(`/api/projects/${projectId}/cycles`, { signal, query: { limit: PAGE } })
        .then((page) => page.items.sort(byDays)),
  });

/** Whether a task may stand in several open cycles. */
export const cycleSettingsQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...keys.all(projectId), 'settings'] as const,
    queryFn: ({ signal }) => api.get<CycleSettings>(`/api/projects/${projectId}/cycle-settings`, { signal }),
  });

export const cycleTasksQuery = ({ id, projectId }: Cycle) =>
  queryOptions({
    queryKey: [...keys.one(projectId, id), 'tasks'] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<Task>>('/api/tasks', { signal, query: { projectId, cycleId: id, sort: 'rank', limit: PAGE } })
        .then((page) => page.items),
  });

/** What the cycle has taken on and dropped, oldest first. */
export const scopeQuery = ({ id, projectId }: Cycle) =>
  queryOptions({
    queryKey: [...keys.one(projectId, id), 'scope'] as const,
    queryFn: async ({ signal }) => {
      const lines: ScopeChange[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<ScopeChange> = await api.get(`/api/cycles/${id}/scope`, {
          signal,
          query: { limit: PAGE, cursor },
        });
        lines.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return lines;
    },
  });

/** What the cycle has taken on against the time of its people. */
export const capacityQuery = ({ id, projectId }: Pick<Cycle, 'id' | 'projectId'>) =>
  queryOptions({
    queryKey: [...keys.one(projectId, id), 'capacity'] as const,
    queryFn: ({ signal }) => api.get<CycleCapacity>(`/api/cycles/${id}/capacity`, { signal }),
  });

export type CycleDraft = Pick<Cycle, 'name' | 'goal' | 'startDate' | 'endDate'>;

export function useCycles(projectId: string) {
  const queryClient = useQueryClient();
  const path = `/api/projects/${projectId}/cycles`;
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.all(projectId) });

  const save = useMutation({
    mutationFn: ({ id, ...draft }: CycleDraft & { id: string | null }) =>
      id ? api.patch<Cycle>(`${path}/${id}`, { body: draft }) : api.post<Cycle>(path, { body: draft }),
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: (id: string) => api.delete(`${path}/${id}`), onSuccess: refresh });
  const close = useMutation({
    mutationFn: ({ id, carryOverTo }: { id: string; carryOverTo: string | null }) =>
      api.post<Cycle>(`/api/cycles/${id}/close`, { body: { carryOverTo } }),
    onSuccess: refresh,
  });
  const add = useMutation({
    mutationFn: ({ id, taskIds }: { id: string; taskIds: string[] }) =>
      api.post<Cycle>(`/api/cycles/${id}/tasks`, { body: { taskIds } }),
    onSuccess: refresh,
  });
  const drop = useMutation({
    mutationFn: ({ id, taskId }: { id: string; taskId: string }) => api.delete(`/api/cycles/${id}/tasks/${taskId}`),
    onSuccess: refresh,
  });
  /** Answers which of the tasks were in it. */
  const dropMany = useMutation({
    mutationFn: ({ id, taskIds }: { id: string; taskIds: string[] }) =>
      api
        .post<RemovedCycleTasks>(`/api/cycles/${id}/tasks/remove`, { body: { taskIds } })
        .then(({ removedIds }) => removedIds),
    onSettled: refresh,
  });
  const decide = useMutation({
    mutationFn: (body: Pick<CycleSettings, 'allowsSeveral'>) =>
      api.put<CycleSettings>(`/api/projects/${projectId}/cycle-settings`, { body }),
    onSuccess: (settings) => queryClient.setQueryData(cycleSettingsQuery(projectId).queryKey, settings),
  });
  return { save, remove, close, add, drop, dropMany, decide };
}
