import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiError } from '@/api/api-error';
import { api } from '@/api/client';
import type { Board, Page, Task } from '@/api/types';
import { type BoardAction, boardReducer, fromBoard, type Place } from '@/features/board/board-state';
import { taskFeed } from '@/features/tasks/task-feed';
import { moveTask, saveTask, undoTaskChange } from '@/features/tasks/task-queries';
import { useLiveTasks } from '@/features/tasks/use-live-tasks';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

export const boardKeys = { board: (projectId: string) => ['board', projectId] as const };

export const boardQuery = (projectId: string) =>
  queryOptions({
    queryKey: boardKeys.board(projectId),
    queryFn: async ({ signal }) => fromBoard(await api.get<Board>(`/api/projects/${projectId}/board`, { signal })),
  });

function useBoardDispatch(projectId: string) {
  const queryClient = useQueryClient();
  return (action: BoardAction) =>
    queryClient.setQueryData(boardQuery(projectId).queryKey, (state) => state && boardReducer(state, action));
}

/** The board of a project, kept current by this tab's own writes and by other browsers. */
export function useBoard(projectId: string) {
  const queryClient = useQueryClient();
  const query = useQuery(boardQuery(projectId));
  const read = () => queryClient.getQueryData(boardQuery(projectId).queryKey);
  useLiveTasks(projectId, (id) => read()?.tasks[id]);

  // The feed is outside React.
  useEffect(() => {
    const { queryKey } = boardQuery(projectId);
    return taskFeed.subscribe((news) => {
      if (news.kind === 'unknown') return void queryClient.invalidateQueries({ queryKey });
      if (news.kind === 'saved' && news.task.projectId !== projectId) return;
      const action: BoardAction =
        news.kind === 'saved' ? { type: 'saved', task: news.task } : { type: 'removed', id: news.id };
      queryClient.setQueryData(queryKey, (state) => state && boardReducer(state, action));
    });
  }, [projectId, queryClient]);
  return query;
}

type Move = { task: Task; place: Place; columnName: string; idempotencyKey?: string };

/** Moves a card at once, tells the server, and puts only that card back when the server says no. */
export function useMoveCard(projectId: string, onOpen: (task: Task) => void) {
  const queryClient = useQueryClient();
  const dispatch = useBoardDispatch(projectId);

  const { mutateAsync } = useMutation({
    mutationFn: ({ task, place, idempotencyKey = crypto.randomUUID() }: Move) =>
      moveTask(task.id, place, idempotencyKey),
    // One after the other: a neighbour named by the second move must already stand where we saw it.
    scope: { id: `board-move/${projectId}` },
  });

  return async function move(given: Move): Promise<void> {
    const { task, place, columnName } = given;
    const request = { ...given, idempotencyKey: given.idempotencyKey ?? crypto.randomUUID() };
    latestMove.set(task.id, request);
    const release = taskFeed.hold(task.id);
    dispatch({ type: 'placed', id: task.id, place });
    try {
      const { data, changeId } = await mutateAsync(request);
      const isLatest = latestMove.get(task.id) === request;
      release();
      if (isLatest) saveTask(queryClient, data);
      else dispatch({ type: 'saved', task: data, keepsPlace: true });
      if (!isLatest || !changeId) return;
      const undo = { label: t('ui.undo'), onAct: () => void undoTaskChange(queryClient, changeId, task.id) };
      showToast(t('board.moved', { key: task.key, column: columnName }), { action: undo });
    } catch (error) {
      release();
      if (latestMove.get(task.id) === request) dispatch({ type: 'restored', task });
      if (error instanceof ApiError && (error.status === 422 || error.status === 403)) {
        const { tellRefusedMove } = await import('@/features/tasks/approvals/tell-refused-move');
        return tellRefusedMove(queryClient, { error, task, status: place.status, onOpen });
      }
      const retry = { label: t('ui.retry'), onAct: () => void move(request) };
      showToast(t('board.moveFailed', { key: task.key }), { tone: 'danger', action: retry });
    } finally {
      if (latestMove.get(task.id) === request) latestMove.delete(task.id);
    }
  };
}

const latestMove = new Map<string, Move>();

export function useLoadMore(projectId: string) {
  const dispatch = useBoardDispatch(projectId);
  return useMutation({
    mutationFn: ({ status, cursor }: { status: string; cursor: string }) =>
      api.get<Page<Task>>('/api/tasks', { query: { projectId, status, sort: 'rank', limit: 100, cursor } }),
    onSuccess: (page, { status }) =>
      dispatch({ type: 'paged', status, tasks: page.items, nextCursor: page.nextCursor }),
  });
}
