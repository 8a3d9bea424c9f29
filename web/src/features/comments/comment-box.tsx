import { SendHorizontal, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { reasonOf } from '@/api/reason';
import type { Comment } from '@/api/types';
import { type NewComment, useComments } from '@/features/comments/comment-queries';
import { MentionField } from '@/features/comments/mention-field';
import { encodeMentions } from '@/features/comments/mentions';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { personName } from '@/features/tasks/field-words';
import { announce } from '@/lib/announce';
import { t } from '@/lib/i18n';
import { useDraft } from '@/lib/use-draft';
import { IconButton } from '@/ui/icon-button';
import { showToast } from '@/ui/toast-store';

type Props = { replyTo: Comment | null; onReplyDone: () => void };

/** Where a comment is written. What is not sent is kept, also when the server refuses it. */
export function CommentBox({ replyTo, onReplyDone }: Props) {
  const { task, me, members } = useTaskContext();
  const draft = useDraft(`${me.id}/task/${task.id}/comment`);
  const { add } = useComments();
  const latest = useRef(draft.text);
  latest.current = draft.text;
  /** What was refused last: sent again unchanged, it must not stand there twice if the answer alone was lost. */
  const refused = useRef<NewComment | null>(null);
  const field = useRef<{ focus: () => void }>(null);

  // A press on "Reply" elsewhere: the field is ready to be written in.
  useEffect(() => {
    if (replyTo) field.current?.focus();
  }, [replyTo]);

  const send = () => {
    const text = draft.text.trim();
    if (!text) return;
    const people = members.map((member) => ({ id: member.userId, name: member.displayName }));
    const body = encodeMentions(text, people);
    const parentId = replyTo?.parentId ?? replyTo?.id ?? null;
    const last = refused.current;
    const isAgain = last !== null && last.body === body && last.parentId === parentId;
    const comment = { body, parentId, idempotencyKey: isAgain ? last.idempotencyKey : crypto.randomUUID() };
    draft.clear();
    onReplyDone();
    add.mutate(comment, {
      onSuccess: () => {
        refused.current = null;
        announce(t('comments.sent'));
      },
      onError: (error) => {
        refused.current = comment;
        // Something else may have been begun meanwhile.
        draft.write([text, latest.current].filter(Boolean).join('\n\n'));
        showToast(t('comments.notSent', { reason: reasonOf(error) }), { tone: 'danger' });
      },
    });
  };

  return (
    <div className="comment-box">
      {replyTo && (
        <p className="flex w-full items-center gap-1 px-1 text-xs text-ink-3">
          <span className="min-w-0 flex-1 truncate">
            {t('comments.replyingTo', { name: personName(replyTo.authorId, members) })}
          </span>
          <IconButton className="!size-6" label={t('comments.noReply')} onClick={onReplyDone}>
            <X size={13} />
          </IconButton>
        </p>
      )}
      <MentionField
        ref={field}
        label={t('comments.write')}
        text={draft.text}
        people={members}
        onChange={draft.write}
        onSubmit={send}
        onEscape={(element) => element.closest<HTMLElement>('[data-comments]')?.focus()}
      />
      <IconButton label={t('comments.send')} keys="mod+enter" disabled={!draft.text.trim()} onClick={send}>
        <SendHorizontal size={16} />
      </IconButton>
    </div>
  );
}
