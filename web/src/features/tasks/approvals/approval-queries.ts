import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import { live } from '@/api/live';
import type { Approval, Page, Task } from '@/api/types';
import { refreshTasks } from '@/features/tasks/task-queries';

/** The requests for approval of a task, the latest first; those that were taken back are not among them. */
export const approvalsQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'approvals', taskId] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<Approval>>(`/api/tasks/${taskId}/approvals`, { signal, query: { limit: 50 } })
        .then(({ items }) => items),
  });

/** What others ask and answer appears by itself; the open task watches its project already. */
export function useLiveApprovals(taskId: string) {
  const queryClient = useQueryClient();
  // The hub is outside React.
  useEffect(
    () =>
      live.listen({
        changed: ({ subject, type }) => {
          if (subject.id !== taskId || !type.startsWith('task.approval_')) return;
          void queryClient.invalidateQueries({ queryKey: approvalsQuery(taskId).queryKey });
        },
      }),
    [queryClient, taskId],
  );
}

/** Asking, answering and taking back. Each is a line in the history of the task, and the last approval moves it. */
export function useApprovals(task: Pick<Task, 'id'>) {
  const queryClient = useQueryClient();
  const path = `/api/tasks/${task.id}/approvals`;
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: approvalsQuery(task.id).queryKey }),
      refreshTasks(queryClient, [task.id]),
    ]);

  const ask = useMutation({
    mutationFn: (body: { status: string; note: string }) => api.post<Approval>(path, { body }),
    onSuccess: refresh,
  });
  const answer = useMutation({
    mutationFn: ({ id, isApproval, note }: { id: string; isApproval: boolean; note: string }) =>
      api.post<Approval>(`${path}/${id}/${isApproval ? 'approve' : 'reject'}`, { body: { note } }),
    onSettled: refresh,
  });
  /** Somebody else answers in the place of the reader. */
  const delegate = useMutation({
    mutationFn: ({ id, userId }: { id: string; userId: string }) =>
      api.post<Approval>(`${path}/${id}/delegate`, { body: { userId } }),
    onSettled: refresh,
  });
  /** Takes one's own answer back, which goes until the decision fell. */
  const unanswer = useMutation({
    mutationFn: (id: string) => api.delete(`${path}/${id}/answer`),
    onSettled: refresh,
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => api.delete(`${path}/${id}`),
    onSettled: refresh,
  });
  return { ask, answer, delegate, unanswer, withdraw };
}
