import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { RollUp } from '@/api/types';

/** What a project comes to together with those below it. */
export const rollUpQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'roll-up'] as const,
    queryFn: ({ signal }) => api.get<RollUp>(`/api/projects/${projectId}/roll-up`, { signal }),
  });
