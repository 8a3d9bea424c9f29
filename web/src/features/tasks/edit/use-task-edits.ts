import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { reasonOf } from '@/api/reason';
import type { Task, TaskChange, WorkflowState } from '@/api/types';
import { isStatusRefusal } from '@/features/tasks/approvals/status-refusal';
import { type EditResult, pendingEdits, saveEdit, withEdits } from '@/features/tasks/edit/task-edits';
import { refreshTasks, undoTaskChange } from '@/features/tasks/task-queries';
import { announce } from '@/lib/announce';
import { t } from '@/lib/i18n';
import { useStable } from '@/lib/use-stable';
import { showToast } from '@/ui/toast-store';

export type TaskEdits = {
  /** The task with what is not saved yet. */
  shown: Task;
  /** Saves and leaves the telling to the caller; `base` is the task as it was when the person began to type. */
  save: (change: TaskChange, base?: Task) => Promise<EditResult>;
  /** Saves, and says so when it was refused, or leaves that to `onRefused`. `field` is the name of what was changed. */
  edit: (change: TaskChange, field: string, onRefused?: (error: unknown) => void) => Promise<void>;
};

/** Editing of one task: seen at once, taken back when refused. */
export function useTaskEdits(task: Task, states: readonly WorkflowState[]): TaskEdits {
  const queryClient = useQueryClient();
  const pending = useSyncExternalStore(pendingEdits.subscribe, () => pendingEdits.of(task.id));
  const shown = useMemo(() => withEdits(task, pending), [task, pending]);

  const save = useStable((change: TaskChange, base: Task = task) => {
    const category = states.find((state) => state.key === change.status)?.category ?? null;
    return saveEdit(queryClient, base, change, category);
  });

  const edit = useStable(
    async (change: TaskChange, field: string, onRefused?: (error: unknown) => void): Promise<void> => {
      // What the person saw includes the edits before this one; lists must be merged on that.
      const result = await save(change, shown.version === task.version ? shown : task);
      if (result.kind === 'failed') {
        if (onRefused && isStatusRefusal(result.error)) return onRefused(result.error);
        const retry = { label: t('ui.retry'), onAct: () => void edit(change, field, onRefused) };
        const text = t('peek.notSaved', { field, reason: reasonOf(result.error) });
        showToast(text, { tone: 'danger', action: retry });
        return;
      }
      if (result.kind === 'clash') return announce(t('peek.clashSpoken', { field }), 'assertive');
      if (change.parentId !== undefined) void refreshTasks(queryClient, [task.parentId, change.parentId]);
      const { changeId } = result;
      if (change.status === undefined || !changeId) return;
      const name = states.find((state) => state.key === change.status)?.name ?? change.status;
      const undo = { label: t('ui.undo'), onAct: () => void undoTaskChange(queryClient, changeId, task.id) };
      showToast(t('peek.moved', { key: task.key, status: name }), { action: undo });
    },
  );

  return { shown, save, edit };
}
