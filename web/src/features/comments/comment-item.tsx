import { Ellipsis, Reply } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Comment } from '@/api/types';
import { CommentEditor } from '@/features/comments/comment-editor';
import { type ShownComment, useComments } from '@/features/comments/comment-queries';
import { mayManage } from '@/features/projects/project-rights';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { personName } from '@/features/tasks/field-words';
import { timeAgo } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { IconButton } from '@/ui/icon-button';
import { Menu, MenuItem } from '@/ui/menu';
import { RichText } from '@/ui/rich-text';
import { showToast } from '@/ui/toast-store';

type Props = { comment: ShownComment; replies: readonly ShownComment[]; onReply: (comment: Comment) => void };

/** A comment with the replies to it. */
export function CommentItem({ comment, replies, onReply }: Props) {
  const { members } = useTaskContext();
  const author = members.find((member) => member.userId === comment.authorId);
  const name = personName(comment.authorId, members);
  return (
    <li className="comment">
      <Avatar id={comment.authorId} name={name} imageUrl={author?.avatarUrl} size={24} isDecorative />
      <div className="comment-card" data-sending={comment.isSending}>
        <CommentText comment={comment} name={name} onReply={onReply} />
        {replies.length > 0 && (
          <ul className="comment-replies">
            {replies.map((reply) => (
              <li key={reply.id} data-sending={reply.isSending}>
                <CommentText comment={reply} name={personName(reply.authorId, members)} onReply={onReply} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

type TextProps = { comment: ShownComment; name: string; onReply: (comment: Comment) => void };

function CommentText({ comment, name, onReply }: TextProps) {
  const { mayEdit, me, project } = useTaskContext();
  const { remove } = useComments();
  const [mode, setMode] = useState<'read' | 'edit' | 'delete'>('read');
  const isMine = comment.authorId === me.id;
  const isThere = comment.body !== null && !comment.isSending;
  const mayDelete = isMine || mayManage(project);

  const handleDelete = () => {
    setMode('read');
    remove.mutate(comment, {
      onError: (error) => showToast(t('comments.notDeleted', { reason: reasonOf(error) }), { tone: 'danger' }),
    });
  };
  return (
    <article aria-label={t('comments.by', { name })}>
      <header className="comment-head">
        <strong className="min-w-0 truncate">{name}</strong>
        <span className="flex-none text-ink-3">
          · <time dateTime={comment.createdAt}>{timeAgo(comment.createdAt)}</time>
          {comment.editedAt && comment.body !== null && ` · ${t('comments.edited')}`}
          {comment.isSending && ` · ${t('comments.sending')}`}
        </span>
        {mayEdit && isThere && mode !== 'edit' && (
          <span className="comment-acts">
            <IconButton className="!size-6" label={t('comments.reply')} onClick={() => onReply(comment)}>
              <Reply size={14} />
            </IconButton>
            {mayDelete && (
              <Menu
                align="end"
                trigger={
                  <IconButton className="!size-6" label={t('comments.more')}>
                    <Ellipsis size={14} />
                  </IconButton>
                }
              >
                {isMine && <MenuItem onSelect={() => setMode('edit')}>{t('comments.edit')}</MenuItem>}
                <MenuItem isDanger onSelect={() => setMode('delete')}>
                  {t('comments.delete')}
                </MenuItem>
              </Menu>
            )}
          </span>
        )}
      </header>
      {comment.body === null ? (
        <p className="text-ink-3 italic">{t('comments.deleted')}</p>
      ) : mode === 'edit' ? (
        <CommentEditor comment={comment} body={comment.body} onDone={() => setMode('read')} />
      ) : (
        <RichText text={comment.body} />
      )}
      <Dialog title={t('comments.deleteTitle')} isOpen={mode === 'delete'} onClose={() => setMode('read')} width={400}>
        <p className="text-ink-2">{t('comments.deleteText')}</p>
        <div className="dialog-actions">
          <Button variant="ghost" onClick={() => setMode('read')}>
            {t('ui.cancel')}
          </Button>
          <Button variant="danger" onClick={handleDelete}>
            {t('comments.delete')}
          </Button>
        </div>
      </Dialog>
    </article>
  );
}
