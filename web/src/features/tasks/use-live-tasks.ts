import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ApiError } from '@/api/api-error';
import { live } from '@/api/live';
import type { LiveChange, Task } from '@/api/types';
import { taskFeed } from '@/features/tasks/task-feed';
import { loadTask, saveTask } from '@/features/tasks/task-queries';
import { patchTask, recount } from '@/features/tasks/task-state';

const GATHER_MS = 60;
const isRemoval = (change: LiveChange) => /\.(deleted|trashed|erased)$/.test(change.type);

/** Follows the tasks of a project in other browsers. `find` gives what the screen holds, to patch instead of loading. */
export function useLiveTasks(projectId: string, find: (id: string) => Task | undefined) {
  const queryClient = useQueryClient();
  const finder = useRef(find);
  finder.current = find;

  // The hub is outside React: joined and left with the screen.
  useEffect(() => {
    const loads = new Map<string, ReturnType<typeof setTimeout>>();
    const load = (id: string) => {
      clearTimeout(loads.get(id));
      loads.set(
        id,
        setTimeout(() => {
          loads.delete(id);
          loadTask(id)
            .then((task) => saveTask(queryClient, task))
            .catch((error: unknown) => {
              if (error instanceof ApiError && error.status === 404) taskFeed.publish({ kind: 'removed', id });
            });
        }, GATHER_MS),
      );
    };
    const handleChange = (change: LiveChange) => {
      const { kind, id } = change.subject;
      if (kind !== 'task') return;
      if (isRemoval(change)) return taskFeed.publish({ kind: 'removed', id });
      const known = finder.current(id);
      if (change.type === 'task.counted') return void (known && saveTask(queryClient, recount(known, change)));
      if (known && change.version !== null && change.version <= known.version) return;
      const patched = known && patchTask(known, change);
      if (patched) saveTask(queryClient, patched);
      else load(id);
    };
    const stopListening = live.listen({ changed: handleChange, reset: () => void queryClient.invalidateQueries() });
    const stopWatching = live.watch('project', projectId);
    return () => {
      stopListening();
      stopWatching();
      for (const timer of loads.values()) clearTimeout(timer);
    };
  }, [projectId, queryClient]);
}
