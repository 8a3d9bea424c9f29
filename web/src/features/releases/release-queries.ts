import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { allPages } from '@/api/all-pages';
import { api } from '@/api/client';
import type { Release, Task } from '@/api/types';

export type ReleaseDraft = Pick<Release, 'name' | 'tag' | 'date' | 'notes' | 'milestoneIds'>;

const ORDER = { planned: 0, released: 1, archived: 2 } as const;

/** Planned ones first, the next at the top; of those that are out the latest first. */
function byDate(a: Release, b: Release): number {
  if (a.state !== b.state) return ORDER[a.state] - ORDER[b.state];
  const [first, second] = [a.date ?? '9999', b.date ?? '9999'];
  if (first === second) return a.name.localeCompare(b.name);
  return first < second === (a.state === 'planned') ? -1 : 1;
}

export const releasesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'releases'] as const,
    queryFn: async ({ signal }) =>
      (await allPages<Release>(`/api/projects/${projectId}/releases`, { signal })).sort(byDate),
    staleTime: 30_000,
  });

/** What is in a release: the tasks of its milestones. */
export const releaseTasksQuery = ({ projectId, milestoneIds }: Release) =>
  queryOptions({
    queryKey: ['tasks', 'release', projectId, milestoneIds] as const,
    queryFn: ({ signal }) =>
      milestoneIds.length === 0
        ? []
        : allPages<Task>('/api/tasks', { signal, query: { projectId, milestoneId: milestoneIds, sort: 'rank' } }),
  });

export function useReleases(projectId: string) {
  const queryClient = useQueryClient();
  const path = `/api/projects/${projectId}/releases`;
  const onSettled = () => queryClient.invalidateQueries({ queryKey: releasesQuery(projectId).queryKey });

  const save = useMutation({
    mutationFn: ({ id, ...draft }: ReleaseDraft & { id: string | null }) =>
      id ? api.patch<Release>(`${path}/${id}`, { body: draft }) : api.post<Release>(path, { body: draft }),
    onSettled,
  });
  const mark = useMutation({
    mutationFn: ({ id, ...body }: Pick<Release, 'id' | 'state' | 'date'>) =>
      api.patch<Release>(`${path}/${id}`, { body }),
    onSettled,
  });
  const remove = useMutation({ mutationFn: (id: string) => api.delete(`${path}/${id}`), onSettled });
  return { save, mark, remove };
}
