import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Page, Project } from '@/api/types';
import { projectKeys, projectsQuery } from '@/features/projects/project-queries';

const trashKey = ['project-trash'] as const;

/** Deleted projects that the reader may still bring back. */
export const trashQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...trashKey, workspaceId] as const,
    queryFn: ({ signal }) =>
      api.get<Page<Project>>('/api/projects', { signal, query: { workspaceId, state: 'deleted', limit: 200 } }),
    select: (page) => page.items,
  });

/** What a project has become, seen everywhere before it is asked for again. */
export const keepProject = (queryClient: QueryClient, project: Project) =>
  queryClient.setQueryData(projectsQuery.queryKey, (known) =>
    known?.map((other) => (other.id === project.id ? { ...other, ...project } : other)),
  );

export const refreshProjects = (queryClient: QueryClient) =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: projectKeys.all, exact: true }),
    queryClient.invalidateQueries({ queryKey: trashKey }),
  ]);

export function useArchive(project: Project) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (act: 'archive' | 'unarchive') => api.post<Project | undefined>(`/api/projects/${project.id}/${act}`),
    onSuccess: (_saved, act) => {
      keepProject(queryClient, { ...project, state: act === 'archive' ? 'archived' : 'active' });
      return queryClient.invalidateQueries({ queryKey: projectKeys.all, exact: true });
    },
  });
}

/** Calls that outlive the page they start on: their Undo may be pressed on another one. */
export function useProjectRemoval() {
  const queryClient = useQueryClient();
  const refresh = () => refreshProjects(queryClient);
  const remove = useMutation({
    mutationFn: (project: Project) => api.delete(`/api/projects/${project.id}`),
    onSuccess: refresh,
  });
  const restore = async (project: Project) => {
    await api.post(`/api/projects/${project.id}/restore`);
    await refresh();
  };
  return { remove, restore };
}
