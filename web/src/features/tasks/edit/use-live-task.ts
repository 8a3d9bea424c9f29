import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiError } from '@/api/api-error';
import { live } from '@/api/live';
import type { LiveChange, Task } from '@/api/types';
import { projectKeys } from '@/features/projects/project-queries';
import { subtasksQuery } from '@/features/tasks/edit/parts/subtask-queries';
import { taskFeed } from '@/features/tasks/task-feed';
import { loadTask, saveTask, taskKeys, taskQuery } from '@/features/tasks/task-queries';

const GATHER_MS = 120;

/** A task that is gone is asked for once more, under each of its names: the answer says so on the screen. */
function forget(queryClient: QueryClient, task: Pick<Task, 'id' | 'key'>) {
  for (const name of [task.id, task.key]) void queryClient.invalidateQueries({ queryKey: taskKeys.detail(name) });
  taskFeed.publish({ kind: 'removed', id: task.id });
}

/** Follows one task, and the tasks below it, in other browsers. */
export function useLiveTask(id: string, key: string, projectId: string) {
  const queryClient = useQueryClient();

  // The hub is outside React: joined and left with the screen. A project's messages can be caught up on, a task's cannot.
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const load = (taskId: string, version: number | null) => {
      clearTimeout(timers.get(taskId));
      timers.set(
        taskId,
        setTimeout(() => {
          const known = queryClient.getQueryData(taskQuery(taskId).queryKey);
          // A board beside it has asked already.
          if (known && version !== null && known.version >= version) return;
          loadTask(taskId)
            .then((task) => saveTask(queryClient, task))
            .catch((error: unknown) => {
              if (error instanceof ApiError && error.status === 404 && taskId === id) forget(queryClient, { id, key });
            });
        }, GATHER_MS),
      );
    };
    const handleChange = (change: LiveChange) => {
      if (change.subject.kind === 'label') {
        void queryClient.invalidateQueries({ queryKey: projectKeys.labels(projectId) });
      }
      if (change.subject.kind !== 'task') return;
      const subject = change.subject.id;
      const below = queryClient.getQueryData(subtasksQuery(id).queryKey);
      const wasBelow = below?.some((task) => task.id === subject) ?? false;
      const comesBelow = change.changes?.parentId?.to === id;
      if (subject === id || wasBelow || comesBelow) load(subject, change.version);
      if (wasBelow && change.type === 'task.deleted') taskFeed.publish({ kind: 'removed', id: subject });
    };
    const stopListening = live.listen({ changed: handleChange });
    const stopWatching = live.watch('project', projectId);
    return () => {
      stopListening();
      stopWatching();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, [id, key, projectId, queryClient]);
}
