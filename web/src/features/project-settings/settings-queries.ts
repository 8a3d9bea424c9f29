import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProjectChange } from '@/api/account-types';
import { api } from '@/api/client';
import type { Label, Project } from '@/api/types';
import { keepProject } from '@/features/projects/project-lifecycle';
import { labelsQuery } from '@/features/projects/project-queries';

/** Seen at once everywhere; put back when the server refuses. A new key is an address, so it waits for the answer. */
export function useSaveProject(project: Project) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: ProjectChange) => api.patch<Project>(`/api/projects/${project.id}`, { body: change }),
    onMutate: ({ key: _key, ...seen }) => {
      keepProject(queryClient, { ...project, ...seen });
    },
    onSuccess: (saved) => keepProject(queryClient, saved),
    onError: () => keepProject(queryClient, project),
  });
}

type LabelFields = { name?: string; color?: string; group?: string | null; exclusive?: boolean };

export function useLabels(projectId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = labelsQuery(projectId);
  const path = `/api/projects/${projectId}/labels`;
  const refresh = () => queryClient.invalidateQueries({ queryKey });
  // Tasks carry the names of their labels, so boards and lists are asked again.
  const refreshTasks = () =>
    Promise.all([
      refresh(),
      queryClient.invalidateQueries({ queryKey: ['tasks'] }),
      queryClient.invalidateQueries({ queryKey: ['board'] }),
    ]);

  const create = useMutation({
    mutationFn: (body: { name: string; color: string }) => api.post<Label>(path, { body }),
    onSuccess: refresh,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: LabelFields & { id: string }) => api.patch<Label>(`${path}/${id}`, { body }),
    onMutate: ({ id, ...fields }) => {
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (known) =>
        known?.map((label) => {
          if (label.id === id) return { ...label, ...fields };
          // What is said of one label of a group holds for all of it.
          const isBeside = label.group !== null && label.group === known.find((other) => other.id === id)?.group;
          return isBeside && fields.exclusive !== undefined ? { ...label, exclusive: fields.exclusive } : label;
        }),
      );
      return { before };
    },
    onError: (_error, _fields, context) => queryClient.setQueryData(queryKey, context?.before),
    onSuccess: refreshTasks,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`${path}/${id}`),
    onSuccess: refreshTasks,
  });
  return { create, change, remove };
}
