import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ScheduledTask } from '@/api/types';
import { scheduleQuery } from '@/features/list/timeline/schedule-queries';
import { taskFeed } from '@/features/tasks/task-feed';

const GATHER_MS = 800;

export type PlannedTasks = ReadonlyMap<string, ScheduledTask>;

/** The schedule of a project by its tasks, calculated again when a task has changed; null while it is not asked for. */
export function useSchedule(projectId: string, isWanted: boolean) {
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery({ ...scheduleQuery(projectId), enabled: isWanted });

  // The feed is outside React.
  useEffect(() => {
    if (!isWanted) return undefined;
    const { queryKey } = scheduleQuery(projectId);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = taskFeed.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey }), GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queryClient, projectId, isWanted]);

  const tasks = useMemo<PlannedTasks | null>(
    () => (isWanted && data ? new Map(data.tasks.map((task) => [task.id, task])) : null),
    [isWanted, data],
  );
  return { tasks, finish: isWanted ? (data?.finish ?? null) : null, error: isWanted ? error : null, refetch };
}
