import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/api-error';
import { api } from '@/api/client';
import type { WorkCalendar } from '@/api/types';

const MOST_TRIES = 3;
const pathOf = (projectId: string) => `/api/projects/${projectId}/calendar`;

/** When is worked in a project. */
export const calendarQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'calendar'] as const,
    queryFn: ({ signal }) => api.get<WorkCalendar>(pathOf(projectId), { signal }),
  });

export type CalendarEdit = (calendar: WorkCalendar) => Pick<WorkCalendar, 'week' | 'holidays'>;

/** The whole calendar is sent on the version that was read; when somebody else was faster, the edit is done again to theirs. */
export function useEditCalendar(projectId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = calendarQuery(projectId);

  const save = async (edit: CalendarEdit): Promise<WorkCalendar> => {
    for (let tries = 1; ; tries++) {
      const known = await api.get<WorkCalendar>(pathOf(projectId));
      try {
        return await api.put<WorkCalendar>(pathOf(projectId), { body: edit(known), version: known.version });
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 412 || tries >= MOST_TRIES) throw error;
      }
    }
  };
  return useMutation({
    mutationFn: save,
    onMutate: (edit) => {
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (known) => known && { ...known, ...edit(known) });
      return { before };
    },
    onError: (_error, _edit, context) => queryClient.setQueryData(queryKey, context?.before),
    onSuccess: (calendar) => {
      queryClient.setQueryData(queryKey, calendar);
      // What can be done by when follows from it.
      return queryClient.invalidateQueries({ queryKey: ['tasks', 'schedule', projectId] });
    },
  });
}
