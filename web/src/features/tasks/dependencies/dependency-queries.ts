import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, send } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { Dependency, DependencyType, LinkKind, Page, Task } from '@/api/types';
import { taskFeed } from '@/features/tasks/task-feed';
import { refreshTasks, undoTaskChange } from '@/features/tasks/task-queries';
import { BLOCKED_KEY } from '@/features/tasks/use-blocked-tasks';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

const GATHER_MS = 300;

export const dependenciesQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'dependencies', taskId] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<Dependency>>(`/api/tasks/${taskId}/dependencies`, { signal, query: { limit: 200 } })
        .then((page) => page.items),
  });

/** Dependencies follow what happens to both of their tasks, wherever it was done. */
export function useFollowDependencies(taskId: string) {
  const queryClient = useQueryClient();
  // The feed is outside React.
  useEffect(() => {
    const { queryKey } = dependenciesQuery(taskId);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = taskFeed.subscribe((news) => {
      const id = news.kind === 'saved' ? news.task.id : news.kind === 'removed' ? news.id : taskId;
      const known = queryClient.getQueryData(queryKey) ?? [];
      if (id !== taskId && !known.some((dependency) => dependency.taskId === id)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey }), GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queryClient, taskId]);
}

const stale = (queryClient: QueryClient, taskId: string, otherId: string) => {
  for (const id of [taskId, otherId]) {
    void queryClient.invalidateQueries({ queryKey: dependenciesQuery(id).queryKey });
  }
  void queryClient.invalidateQueries({ queryKey: BLOCKED_KEY });
  // Both have a new version and a new line in their history.
  return refreshTasks(queryClient, [taskId, otherId]);
};

export type DependencyWish = { type: DependencyType; other: Task; link: LinkKind | null; lagMinutes: number | null };

/** Adding and removing, each with its way back in the toast. */
export function useDependencyChanges(task: Pick<Task, 'id' | 'key'>) {
  const queryClient = useQueryClient();
  const path = `/api/tasks/${task.id}/dependencies`;

  const tell = (text: string, changeId: string | null, otherId: string) => {
    const undo = changeId
      ? {
          label: t('ui.undo'),
          onAct: () =>
            void undoTaskChange(queryClient, changeId, task.id).then(() => stale(queryClient, task.id, otherId)),
        }
      : undefined;
    showToast(text, { action: undo });
  };

  const add = useMutation({
    mutationFn: ({ type, other, link, lagMinutes }: DependencyWish) =>
      send<Dependency>('POST', path, {
        body: { type, taskId: other.id, link: link ?? undefined, lagMinutes: lagMinutes ?? undefined },
      }),
    onSuccess: ({ changeId }, { other }) => {
      tell(t('dependencies.added', { key: task.key, other: other.key }), changeId, other.id);
      return stale(queryClient, task.id, other.id);
    },
  });
  const remove = useMutation({
    mutationFn: (dependency: Dependency) => send('DELETE', `${path}/${dependency.id}`),
    onSuccess: ({ changeId }, { taskId, task: other }) => {
      tell(t('dependencies.removed', { key: task.key, other: other.key }), changeId, taskId);
      return stale(queryClient, task.id, taskId);
    },
    onError: (error) => void showToast(t('dependencies.notRemoved', { reason: reasonOf(error) }), { tone: 'danger' }),
  });
  return { add, remove };
}
