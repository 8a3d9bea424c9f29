import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/api-error';
import { send } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { Task } from '@/api/types';
import { taskFeed } from '@/features/tasks/task-feed';
import { taskKeys, undoTaskChange } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

const markStale = (queryClient: QueryClient, task: Task) => {
  for (const name of [task.id, task.key]) {
    void queryClient.invalidateQueries({ queryKey: taskKeys.detail(name), refetchType: 'none' });
  }
  void queryClient.invalidateQueries({ queryKey: ['tasks', 'list'] });
};

/** Away at once, with a way back; back at once when the server refuses. Without `version` whatever it has become goes. */
export async function removeTask(queryClient: QueryClient, task: Task, version?: number): Promise<void> {
  taskFeed.publish({ kind: 'removed', id: task.id });
  try {
    const { changeId } = await send('DELETE', `/api/tasks/${task.id}`, { version });
    markStale(queryClient, task);
    const undo = changeId
      ? {
          label: t('ui.undo'),
          onAct: () => {
            void undoTaskChange(queryClient, changeId, task.id).then(() => markStale(queryClient, task));
          },
        }
      : undefined;
    showToast(t('peek.deleted', { key: task.key }), { action: undo });
  } catch (error) {
    taskFeed.publish({ kind: 'saved', task });
    const isStale = error instanceof ApiError && error.status === 412;
    const text = isStale
      ? t('peek.deleteStale', { key: task.key })
      : t('peek.deleteFailed', { key: task.key, reason: reasonOf(error) });
    const retry = {
      label: isStale ? t('peek.deleteAnyway') : t('ui.retry'),
      onAct: () => void removeTask(queryClient, task, isStale ? undefined : version),
    };
    showToast(text, { tone: 'danger', action: retry });
  }
}
