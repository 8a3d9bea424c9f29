import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Page, TrashedTask } from '@/api/types';
import { restoreTask } from '@/features/tasks/restore-task';
import { t } from '@/lib/i18n';

const firstPage = (): string | null => null;

/** The deleted tasks of a project, the latest first. */
export const trashQuery = (projectId: string) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'trash', projectId] as const,
    queryFn: ({ signal, pageParam }): Promise<Page<TrashedTask>> =>
      api.get<Page<TrashedTask>>('/api/tasks/trash', { signal, query: { projectId, limit: 50, cursor: pageParam } }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.nextCursor,
  });

/** Brings a task back with what was deleted with it; false when it could not be. */
export function useRestoreTrashed(projectId: string) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: trashQuery(projectId).queryKey });
  return async (task: TrashedTask): Promise<boolean> => {
    const told = t('trash.restored', { key: task.key });
    const isDone = await restoreTask(queryClient, task, {}, told, () => void refresh());
    await refresh();
    void queryClient.invalidateQueries({ queryKey: ['tasks', 'list'] });
    return isDone;
  };
}
