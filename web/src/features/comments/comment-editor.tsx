import { useEffect, useRef, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Comment } from '@/api/types';
import { useComments } from '@/features/comments/comment-queries';
import { MentionField } from '@/features/comments/mention-field';
import { decodeMentions, encodeMentions } from '@/features/comments/mentions';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { useDraft } from '@/lib/use-draft';
import { Button } from '@/ui/button';
import { showToast } from '@/ui/toast-store';

type Props = { comment: Comment; body: string; onDone: () => void };

/** An own comment, being written anew. Esc keeps what was typed for the next time. */
export function CommentEditor({ comment, body, onDone }: Props) {
  const { me, members } = useTaskContext();
  const { change } = useComments();
  const [{ text: original, people: named }] = useState(() => decodeMentions(body));
  const draft = useDraft(`${me.id}/comment/${comment.id}`);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (draft.text || original);

  const field = useRef<{ focus: () => void }>(null);

  // It was asked for: the field is ready to be written in, and the menu that opened it is gone.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus());
    return () => clearTimeout(timer);
  }, []);

  const save = () => {
    const people = [...named, ...members.map((member) => ({ id: member.userId, name: member.displayName }))];
    const next = encodeMentions(text.trim(), people);
    if (!next) return;
    if (next === body) {
      draft.clear();
      return onDone();
    }
    onDone();
    change.mutate(
      { comment, body: next },
      {
        onSuccess: draft.clear,
        onError: (error) => {
          draft.write(text);
          const isStale = error instanceof ApiError && error.status === 412;
          const reason = isStale ? t('comments.changedMeanwhile') : reasonOf(error);
          showToast(t('comments.notSaved', { reason }), { tone: 'danger' });
        },
      },
    );
  };
  const cancel = () => {
    draft.clear();
    onDone();
  };
  return (
    <div className="grid gap-2">
      <div className="comment-box">
        <MentionField
          ref={field}
          label={t('comments.editing')}
          text={text}
          people={members}
          onChange={(next) => {
            setTyped(next);
            draft.write(next);
          }}
          onSubmit={save}
          onEscape={onDone}
        />
      </div>
      <div className="flex gap-2">
        <Button variant="primary" disabled={!text.trim()} onClick={save}>
          {t('comments.save')}
        </Button>
        <Button variant="ghost" onClick={cancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}
