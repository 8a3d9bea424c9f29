import type { QueryClient } from '@tanstack/react-query';
import { send } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { Task } from '@/api/types';
import { refreshTasks, saveTask, undoTaskChange } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

type Wish = {
  /** A moment at which it stood as it should stand again; without one it only comes out of the trash. */
  asOf?: string;
  fields?: readonly string[];
};

/** Takes a task back to a past state, or out of the trash: a change like any other, with its way back in the toast. */
export async function restoreTask(
  queryClient: QueryClient,
  { id, key }: Pick<Task, 'id' | 'key'>,
  wish: Wish,
  told: string,
  onUndone?: () => void,
): Promise<boolean> {
  try {
    const { data, changeId } = await send<Task>('POST', `/api/tasks/${id}/restore`, { body: wish });
    saveTask(queryClient, data);
    void refreshTasks(queryClient, [data.parentId]);
    const undo = changeId
      ? {
          label: t('ui.undo'),
          onAct: () => void undoTaskChange(queryClient, changeId, id).then(() => onUndone?.()),
        }
      : undefined;
    showToast(told, { action: undo });
    return true;
  } catch (error) {
    showToast(t('tasks.restoreFailed', { key, reason: reasonOf(error) }), { tone: 'danger' });
    return false;
  }
}
