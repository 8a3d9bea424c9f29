import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Difficulty } from '@/api/types';
import { WORKED_OUT } from '@/features/tasks/roll-up/roll-up-queries';

export const difficultyQuery = (taskId: string) =>
  queryOptions({
    queryKey: [...WORKED_OUT, 'difficulty', taskId] as const,
    queryFn: ({ signal }) => api.get<Difficulty>(`/api/tasks/${taskId}/difficulty`, { signal }),
  });
