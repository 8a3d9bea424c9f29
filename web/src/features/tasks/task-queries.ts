import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/api-error';
import { api, send } from '@/api/client';
import type { CreateTaskRequest, MoveTaskRequest, Page, Task } from '@/api/types';
import { taskFeed } from '@/features/tasks/task-feed';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

export const taskKeys = {
  all: ['tasks'] as const,
  detail: (idOrKey: string) => ['tasks', 'detail', idOrKey] as const,
  list: (filter: Record<string, string>) => ['tasks', 'list', filter] as const,
};

export const taskQuery = (idOrKey: string) =>
  queryOptions({
    queryKey: taskKeys.detail(idOrKey),
    queryFn: ({ signal }) => api.get<Task>(`/api/tasks/${idOrKey}`, { signal }),
  });

export const taskListQuery = (filter: Record<string, string>) =>
  queryOptions({
    queryKey: taskKeys.list(filter),
    queryFn: ({ signal }) => api.get<Page<Task>>('/api/tasks', { signal, query: { limit: 200, ...filter } }),
  });

/** Every write ends here: the detail is stored under id and key, boards and lists hear of it. */
export function saveTask(queryClient: QueryClient, task: Task) {
  for (const name of [task.id, task.key]) {
    queryClient.setQueryData(taskQuery(name).queryKey, (known) =>
      known && known.version > task.version ? known : { ...known, ...task },
    );
  }
  taskFeed.publish({ kind: 'saved', task });
}

/** The number on a card follows at once: the server counts a moment later, and tells other browsers alone. */
export function countComments(queryClient: QueryClient, taskId: string, by: number) {
  const task = queryClient.getQueryData(taskQuery(taskId).queryKey);
  if (task) saveTask(queryClient, { ...task, commentCount: Math.max(0, task.commentCount + by) });
}

export const loadTask = (id: string) => api.get<Task>(`/api/tasks/${id}`);

/** Asks again for tasks whose counters another task's change has moved. */
export async function refreshTasks(queryClient: QueryClient, ids: readonly (string | null)[]) {
  const tasks = await Promise.allSettled(ids.flatMap((id) => (id ? [loadTask(id)] : [])));
  for (const loaded of tasks) if (loaded.status === 'fulfilled') saveTask(queryClient, loaded.value);
}

export const moveTask = (id: string, body: MoveTaskRequest, idempotencyKey: string) =>
  send<Task>('POST', `/api/tasks/${id}/move`, { body, idempotencyKey });

export function useCreateTask() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateTaskRequest) => api.post<Task>('/api/tasks', { body }),
    onSuccess: (task) => {
      saveTask(queryClient, task);
      void queryClient.invalidateQueries({ queryKey: ['tasks', 'list'] });
    },
  });
}

/** Takes one's own change back and brings the task as it then is; it may be gone again by that. */
export async function undoTaskChange(queryClient: QueryClient, changeId: string, taskId: string) {
  try {
    await api.post(`/api/changes/${changeId}/undo`);
  } catch {
    showToast(t('tasks.undoFailed'), { tone: 'danger' });
    return;
  }
  try {
    saveTask(queryClient, await loadTask(taskId));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) taskFeed.publish({ kind: 'removed', id: taskId });
    else taskFeed.publish({ kind: 'unknown' });
  }
}
