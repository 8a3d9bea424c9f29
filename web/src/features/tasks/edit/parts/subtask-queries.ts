import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import type { CreateTaskRequest, Page, Task } from '@/api/types';
import { type TaskNews, taskFeed } from '@/features/tasks/task-feed';
import { refreshTasks, saveTask } from '@/features/tasks/task-queries';

export const subtasksQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'subtasks', taskId] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<Task>>(`/api/tasks/${taskId}/subtasks`, { signal, query: { limit: 200 } })
        .then((page) => page.items),
  });

function follow(queryClient: QueryClient, taskId: string, news: TaskNews) {
  const { queryKey } = subtasksQuery(taskId);
  if (news.kind === 'unknown') return void queryClient.invalidateQueries({ queryKey });
  queryClient.setQueryData(queryKey, (known) => {
    if (!known) return known;
    if (news.kind === 'removed') return known.filter((task) => task.id !== news.id);
    const { task } = news;
    const place = known.findIndex((other) => other.id === task.id);
    if (task.parentId !== taskId) return place < 0 ? known : known.filter((other) => other.id !== task.id);
    return place < 0 ? [...known, task] : known.with(place, { ...known[place], ...task });
  });
}

/** Sub-tasks follow what happens to them, wherever it was done. */
export function useFollowSubtasks(taskId: string) {
  const queryClient = useQueryClient();
  // The feed is outside React.
  useEffect(() => taskFeed.subscribe((news) => follow(queryClient, taskId, news)), [queryClient, taskId]);
}

/** Creates a task below another, and brings the counters of that one up to date. */
export function useAddSubtask(parent: Task) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Pick<CreateTaskRequest, 'title'>) =>
      api.post<Task>('/api/tasks', { body: { ...body, projectId: parent.projectId, parentId: parent.id } }),
    onSuccess: (task) => {
      saveTask(queryClient, task);
      void queryClient.invalidateQueries({ queryKey: ['tasks', 'list'] });
      // Its counters are on the card of the parent.
      return refreshTasks(queryClient, [parent.id]);
    },
  });
}
