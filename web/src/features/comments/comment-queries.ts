import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import { live } from '@/api/live';
import type { Comment, Page } from '@/api/types';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { countComments } from '@/features/tasks/task-queries';

/** A comment on the screen; `isSending` until the server has it. */
export type ShownComment = Comment & { isSending?: boolean };
type Pages = InfiniteData<Page<ShownComment>, string | null>;

const PAGE = 50;
const firstPage = (): string | null => null;

export const commentKeys = { of: (taskId: string) => ['comments', taskId] as const };

/** Newest first, so that the end of a long talk is there at once; earlier ones are fetched on demand. */
export const commentsQuery = (taskId: string) =>
  infiniteQueryOptions({
    queryKey: commentKeys.of(taskId),
    queryFn: ({ signal, pageParam }): Promise<Page<ShownComment>> =>
      api.get<Page<ShownComment>>(`/api/tasks/${taskId}/comments`, {
        signal,
        query: { limit: PAGE, sort: '-createdAt', cursor: pageParam },
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.nextCursor,
  });

function patch(queryClient: QueryClient, taskId: string, change: (comments: ShownComment[]) => ShownComment[]) {
  queryClient.setQueryData<Pages>(commentKeys.of(taskId), (known) => {
    if (!known) return known;
    // Comments are added to the newest page, and changed in whichever they stand.
    const pages = known.pages.map((page) => ({ ...page, items: change(page.items) }));
    return { ...known, pages };
  });
}

const replace = (queryClient: QueryClient, next: ShownComment, id = next.id) =>
  patch(queryClient, next.taskId, (items) => items.map((item) => (item.id === id ? next : item)));

function prepend(queryClient: QueryClient, comment: ShownComment) {
  queryClient.setQueryData<Pages>(commentKeys.of(comment.taskId), (known) => {
    const [first, ...rest] = known?.pages ?? [];
    return known && first && { ...known, pages: [{ ...first, items: [comment, ...first.items] }, ...rest] };
  });
}

export type NewComment = { body: string; parentId: string | null; idempotencyKey: string };

/** Comments of the open task: seen at once, taken back when the server refuses. */
export function useComments() {
  const queryClient = useQueryClient();
  const { task, me } = useTaskContext();
  const refresh = () => queryClient.invalidateQueries({ queryKey: commentKeys.of(task.id) });

  const add = useMutation({
    mutationFn: ({ idempotencyKey, parentId, body }: NewComment) =>
      api.post<Comment>(`/api/tasks/${task.id}/comments`, {
        body: parentId ? { body, parentId } : { body },
        idempotencyKey,
      }),
    onMutate: async ({ body, parentId, idempotencyKey }) => {
      await queryClient.cancelQueries({ queryKey: commentKeys.of(task.id) });
      prepend(queryClient, {
        id: idempotencyKey,
        taskId: task.id,
        parentId,
        authorId: me.id,
        body,
        mentionedUserIds: [],
        createdAt: new Date().toISOString(),
        editedAt: null,
        deletedAt: null,
        version: 0,
        isSending: true,
      });
    },
    onSuccess: (saved, { idempotencyKey }) => {
      replace(queryClient, saved, idempotencyKey);
      countComments(queryClient, task.id, 1);
    },
    onError: (_error, { idempotencyKey }) =>
      patch(queryClient, task.id, (items) => items.filter((item) => item.id !== idempotencyKey)),
  });

  const change = useMutation({
    mutationFn: ({ comment, body }: { comment: Comment; body: string }) =>
      api.patch<Comment>(`/api/comments/${comment.id}`, { body: { body }, version: comment.version }),
    onMutate: ({ comment, body }) => replace(queryClient, { ...comment, body, isSending: true }),
    onSuccess: (saved) => replace(queryClient, saved),
    onError: (_error, { comment }) => {
      replace(queryClient, comment);
      void refresh();
    },
  });

  const remove = useMutation({
    mutationFn: (comment: Comment) => api.delete(`/api/comments/${comment.id}`),
    onMutate: (comment) => replace(queryClient, { ...comment, body: null, deletedAt: new Date().toISOString() }),
    onSuccess: (_answer, comment) => countComments(queryClient, comment.taskId, -1),
    onError: (_error, comment) => replace(queryClient, comment),
  });
  return { add, change, remove };
}

/** New, changed and deleted comments of other people appear by themselves. */
export function useLiveComments(taskId: string) {
  const queryClient = useQueryClient();
  // The hub is outside React; the open task watches its project already.
  useEffect(
    () =>
      live.listen({
        changed: (change) => {
          if (change.subject.kind !== 'comment' || (change.taskId && change.taskId !== taskId)) return;
          void queryClient.invalidateQueries({ queryKey: commentKeys.of(taskId) });
        },
      }),
    [queryClient, taskId],
  );
}
