import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/api-error';
import { send } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { StatusCategory, Task } from '@/api/types';
import { taskFeed } from '@/features/tasks/task-feed';
import { loadTask, saveTask } from '@/features/tasks/task-queries';
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
    | 'estimateMinutes'
    | 'difficulty'
    | 'milestoneId'
  > & { statusCategory: StatusCategory }
>;

/** What each task becomes; null leaves it as it is. */
export type ChangeOf = (task: Task) => TaskChange | null;

const AT_ONCE = 6;

/** Runs the work on all items, a few at a time, and gives the results in the order of the items. */
async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

type Outcome = { task: Task; changeId: string | null; fault: unknown };

async function changeOne(queryClient: QueryClient, task: Task, change: TaskChange): Promise<Outcome> {
  const { statusCategory: _derived, ...body } = change;
  try {
    const { data, changeId } = await send<Task>('PATCH', `/api/tasks/${task.id}`, { body });
    saveTask(queryClient, data);
    return { task, changeId, fault: null };
  } catch (fault) {
    return { task, changeId: null, fault };
  }
}

async function deleteOne(task: Task): Promise<Outcome> {
  try {
    const { changeId } = await send('DELETE', `/api/tasks/${task.id}`);
    return { task, changeId, fault: null };
  } catch (fault) {
    // Gone already is what was wanted.
    return { task, changeId: null, fault: fault instanceof ApiError && fault.status === 404 ? null : fault };
  }
}

async function undoAll(queryClient: QueryClient, done: readonly Outcome[]) {
  const results = await inTurns(done, async ({ task, changeId }) => {
    try {
      await send('POST', `/api/changes/${changeId}/undo`);
      saveTask(queryClient, await loadTask(task.id));
      return true;
    } catch {
      return false;
    }
  });
  const failed = results.filter((isDone) => !isDone).length;
  if (failed > 0) showToast(t('list.undoFailed', { count: failed }), { tone: 'danger' });
}

const nameOf = (tasks: readonly Task[]) =>
  tasks.length === 1 ? (tasks[0]?.key ?? '') : t('list.someTasks', { count: tasks.length });

/** Changes many tasks at once: drawn immediately, sent one by one, each put back alone when the server refuses it. */
export function useChangeTasks() {
  const queryClient = useQueryClient();

  const report = (outcomes: readonly Outcome[], text: (name: string) => string, retry: (tasks: Task[]) => void) => {
    const undoable = outcomes.filter((outcome) => outcome.changeId !== null);
    const failed = outcomes.filter((outcome) => outcome.fault !== null);
    for (const { task } of failed) taskFeed.publish({ kind: 'saved', task });
    const undo = { label: t('ui.undo'), onAct: () => void undoAll(queryClient, undoable) };
    if (undoable.length > 0) showToast(text(nameOf(undoable.map(({ task }) => task))), { action: undo });
    if (failed.length > 0) {
      const tasks = failed.map(({ task }) => task);
      const values = { name: nameOf(tasks), reason: reasonOf(failed[0]?.fault) };
      const action = { label: t('ui.retry'), onAct: () => retry(tasks) };
      showToast(t('list.changeFailed', values), { tone: 'danger', action });
    }
  };

  async function change(tasks: readonly Task[], changeOf: ChangeOf, text: (name: string) => string) {
    const changes = tasks.flatMap((task) => {
      const changed = changeOf(task);
      return changed ? [{ task, changed }] : [];
    });
    for (const { task, changed } of changes) taskFeed.publish({ kind: 'saved', task: { ...task, ...changed } });
    const outcomes = await inTurns(changes, ({ task, changed }) => changeOne(queryClient, task, changed));
    report(outcomes, text, (again) => void change(again, changeOf, text));
  }

  async function remove(tasks: readonly Task[]) {
    for (const { id } of tasks) taskFeed.publish({ kind: 'removed', id });
    const outcomes = await inTurns(tasks, deleteOne);
    report(
      outcomes,
      (name) => t('list.deleted', { name }),
      (again) => void remove(again),
    );
  }
  return { change, remove };
}
