import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { TaskType } from '@/api/types';

/** The types that the tasks of a project can have, in the order in which they are offered. */
export const taskTypesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'task-types'] as const,
    queryFn: ({ signal }) =>
      api.get<{ types: TaskType[] }>(`/api/projects/${projectId}/task-types`, { signal }).then(({ types }) => types),
    staleTime: 5 * 60_000,
  });
