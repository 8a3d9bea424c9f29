import type { ComponentType, ReactNode } from 'react';
import type { Comment } from '@/api/types';
import { CommentBox } from '@/features/comments/comment-box';
import { useTaskContext } from '@/features/tasks/edit/task-context';

type Props = {
  frame: ComponentType<{ children: ReactNode }>;
  replyTo: Comment | null;
  onReplyDone: () => void;
};

/** The field for a comment, in its frame; neither for those who may not write. */
export function TaskComposer({ frame: Frame, replyTo, onReplyDone }: Props) {
  const { mayEdit } = useTaskContext();
  if (!mayEdit) return null;
  return (
    <Frame>
      <CommentBox replyTo={replyTo} onReplyDone={onReplyDone} />
    </Frame>
  );
}
