import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { RescheduleOffer, Schedule } from '@/api/types';

/** When the open tasks of a project can and have to be worked on; a change of any task makes it stale. */
export const scheduleQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['tasks', 'schedule', projectId] as const,
    queryFn: ({ signal }) => api.get<Schedule>(`/api/projects/${projectId}/schedule`, { signal }),
    retry: false,
  });

/** What moving a task to another start would do to those behind it. */
export const askForOffer = (taskId: string, startAt: string) =>
  api.get<RescheduleOffer>(`/api/tasks/${taskId}/reschedule`, { query: { startAt } });
