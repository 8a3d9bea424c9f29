import { type QueryKey, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import type { Task, TaskRollUp } from '@/api/types';
import { taskFeed } from '@/features/tasks/task-feed';

const GATHER_MS = 600;
/** Whatever the server works out from more than one task's row. */
export const WORKED_OUT = ['tasks', 'worked-out'] as const;

export const rollUpQuery = (taskId: string) =>
  queryOptions({
    queryKey: [...WORKED_OUT, 'roll-up', taskId] as const,
    queryFn: ({ signal }) => api.get<TaskRollUp>(`/api/tasks/${taskId}/roll-up`, { signal }),
  });

/** The values of fields that are computed; answers to changes leave them out, so each version of a task is asked for its own. */
export const computedQuery = ({ id, version }: Task) =>
  queryOptions({
    queryKey: [...WORKED_OUT, 'fields', id, version] as const,
    queryFn: ({ signal }) =>
      api.get<Task>(`/api/tasks/${id}`, { signal }).then((task): Record<string, unknown> => task.customFields ?? {}),
  });

/** Asks again for what is worked out from tasks, a moment after one of this project has changed. */
export function useFollowProject(projectId: string, queryKey: QueryKey = WORKED_OUT) {
  const queryClient = useQueryClient();
  const name = JSON.stringify(queryKey);
  // The feed is outside React.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = taskFeed.subscribe((news) => {
      if (news.kind === 'saved' && news.task.projectId !== projectId) return;
      clearTimeout(timer);
      timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: JSON.parse(name) }), GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queryClient, projectId, name]);
}
