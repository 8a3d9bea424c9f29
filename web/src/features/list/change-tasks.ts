import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ApiError } from '@/api/api-error';
import { send } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { BulkAnswer, BulkTaskPatch, StatusCategory, Task } from '@/api/types';
import { bulkPatchOf, type Changed } from '@/features/list/bulk-patch';
import { MOST_TASKS } from '@/features/list/list-state';
import { errorOf, refusalOf } from '@/features/list/refusal-of';
import { showRefused } from '@/features/list/refused-tasks';
import { onWire } from '@/features/tasks/edit/task-merge';
import { taskFeed } from '@/features/tasks/task-feed';
import { saveTask, undoTaskChange } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

export type TaskChange = Partial<
  Pick<
    Task,
    | 'title'
    | 'status'
    | 'priority'
    | 'assigneeIds'
    | 'labels'
    | 'startAt'
    | 'dueAt'
    | 'deadlineAt'
    | 'estimateMinutes'
    | 'durationMinutes'
    | 'difficulty'
    | 'milestoneId'
    | 'customFields'
  > & { statusCategory: StatusCategory }
>;

/** What each task becomes; null leaves it as it is. */
export type ChangeOf = (task: Task) => TaskChange | null;

const nameOf = (tasks: readonly Task[]) =>
  tasks.length === 1 ? (tasks[0]?.key ?? '') : t('list.someTasks', { count: tasks.length });

const putBack = (tasks: readonly Task[]) => {
  for (const task of tasks) taskFeed.publish({ kind: 'saved', task });
};

/** What was drawn at once is asked for as it has really become: versions, counters, the next of a series. */
const askAgain = (queryClient: QueryClient) =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['tasks'] }),
    queryClient.invalidateQueries({ queryKey: ['board'] }),
  ]);

async function undoMany(queryClient: QueryClient, changeId: string, tasks: readonly Task[]) {
  try {
    await send('POST', `/api/changes/${changeId}/undo`);
    putBack(tasks);
  } catch (error) {
    showToast(t('list.undoRefused', { reason: reasonOf(error) }), { tone: 'danger' });
  }
  await askAgain(queryClient);
}

type Act = { tasks: readonly Task[]; patch: BulkTaskPatch; text: (name: string) => string };

/** One act for all: nothing changes when one of them cannot be, and the person is asked whether the others should. */
async function changeMany(queryClient: QueryClient, act: Act, isAtomic: boolean) {
  const { tasks, patch, text } = act;
  try {
    const { data } = await send<BulkAnswer>('POST', '/api/tasks/bulk', {
      body: { ids: tasks.map(({ id }) => id), changes: patch, atomic: isAtomic },
    });
    const failed = data.results.flatMap((result) => {
      const task = tasks.find(({ id }) => id === result.id);
      return task && result.status >= 400 ? [{ task, error: errorOf(result) }] : [];
    });
    const reasons = await Promise.all(failed.map(({ task, error }) => refusalOf(queryClient, error, task, patch)));
    const refused = failed.map(({ task }, index) => ({ task, reason: reasons[index] ?? '' }));
    const done = tasks.filter((task) => !refused.some((other) => other.task === task));
    putBack(refused.map(({ task }) => task));
    if (refused.length > 0) showRefused(refused);
    if (done.length > 0) {
      const onAct = () => void undoMany(queryClient, data.changeId, done);
      showToast(text(nameOf(done)), { action: { label: t('ui.undo'), onAct } });
    }
  } catch (error) {
    putBack(tasks);
    const refusedId = error instanceof ApiError ? error.problem.taskId : undefined;
    const refused = tasks.find(({ id }) => id === refusedId);
    const retry = { label: t('ui.retry'), onAct: () => void changeMany(queryClient, act, isAtomic) };
    const others = { label: t('list.changeOthers'), onAct: () => void changeMany(queryClient, act, false) };
    showToast(
      refused
        ? t('list.nothingChanged', { key: refused.key, reason: await refusalOf(queryClient, error, refused, patch) })
        : t('list.changeFailed', { name: nameOf(tasks), reason: reasonOf(error) }),
      { tone: 'danger', action: refused ? others : retry, lasts: null },
    );
  }
  await askAgain(queryClient);
}

/** Changes one task or many: drawn immediately, put back when the server refuses, and taken back from the toast. */
export function useChangeTasks() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();

  const isTooMany = (tasks: readonly Task[]) => {
    if (tasks.length > MOST_TASKS) showToast(t('list.tooMany', { count: MOST_TASKS }), { tone: 'danger' });
    return tasks.length > MOST_TASKS;
  };
  const finish = (task: Task, changeId: string | null, text: string) => {
    const undo = changeId && {
      label: t('ui.undo'),
      onAct: () => void undoTaskChange(queryClient, changeId, task.id),
    };
    if (undo) showToast(text, { action: undo });
  };
  const refuse = (task: Task, fault: unknown, onRetry: () => void) => {
    putBack([task]);
    const text = t('list.changeFailed', { name: task.key, reason: reasonOf(fault) });
    showToast(text, { tone: 'danger', action: { label: t('ui.retry'), onAct: onRetry } });
  };

  async function changeOne({ task, changed }: Changed, text: (name: string) => string) {
    const { statusCategory: _derived, ...body } = onWire(changed, task);
    try {
      const { data, changeId } = await send<Task>('PATCH', `/api/tasks/${task.id}`, { body });
      saveTask(queryClient, data);
      finish(task, changeId, text(task.key));
    } catch (fault) {
      const isWorkflow = fault instanceof ApiError && (fault.status === 422 || fault.status === 403);
      if (!changed.status || !isWorkflow) return refuse(task, fault, () => void changeOne({ task, changed }, text));
      putBack([task]);
      const { tellRefusedMove } = await import('@/features/tasks/approvals/tell-refused-move');
      const onOpen = ({ key }: Task) => void navigate({ to: '/t/$key', params: { key } });
      tellRefusedMove(queryClient, { error: fault, task, status: changed.status, onOpen });
    }
  }

  async function change(tasks: readonly Task[], changeOf: ChangeOf, text: (name: string) => string) {
    const changes = tasks.flatMap((task) => {
      const changed = changeOf(task);
      return changed ? [{ task, changed }] : [];
    });
    const [first] = changes;
    if (!first || isTooMany(tasks)) return;
    for (const { task, changed } of changes) taskFeed.publish({ kind: 'saved', task: { ...task, ...changed } });
    if (changes.length === 1) return changeOne(first, text);
    const act = { tasks: changes.map(({ task }) => task), patch: bulkPatchOf(changes), text };
    return changeMany(queryClient, act, true);
  }

  async function removeOne(task: Task) {
    try {
      const { changeId } = await send('DELETE', `/api/tasks/${task.id}`);
      finish(task, changeId, t('list.deleted', { name: task.key }));
    } catch (fault) {
      // Gone already is what was wanted.
      if (fault instanceof ApiError && fault.status === 404) return;
      refuse(task, fault, () => void removeOne(task));
    }
  }

  async function remove(tasks: readonly Task[]) {
    const [first] = tasks;
    if (!first || isTooMany(tasks)) return;
    for (const { id } of tasks) taskFeed.publish({ kind: 'removed', id });
    if (tasks.length === 1) return removeOne(first);
    const text = (name: string) => t('list.deleted', { name });
    return changeMany(queryClient, { tasks, patch: { delete: true }, text }, true);
  }
  return { change, remove };
}
