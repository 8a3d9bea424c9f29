import { type KeyboardEvent, useRef, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Task } from '@/api/types';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { SimilarTasks } from '@/features/tasks/similar/similar-tasks';
import { walkSimilar } from '@/features/tasks/similar/walk-similar';
import { t } from '@/lib/i18n';
import { useDraft } from '@/lib/use-draft';

/** The title, written where it stands. Enter or leaving saves; a refusal keeps what was typed. */
export function TitleEdit() {
  const { task, shown, me, mayEdit, save, onOpenTask } = useTaskContext();
  const draft = useDraft(`${me.id}/task/${task.id}/title`);
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const base = useRef<Task | null>(null);
  if (!mayEdit) return <h2 className="task-title">{shown.title}</h2>;

  const text = typed ?? (draft.text || shown.title);
  const cancel = () => {
    draft.clear();
    setTyped(null);
    base.current = null;
    setFault(null);
  };
  const commit = async () => {
    const title = text.trim();
    if (!title || title === shown.title) return cancel();
    const result = await save({ title }, base.current ?? task);
    if (result.kind === 'failed') setFault(reasonOf(result.error));
    else cancel();
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    walkSimilar(event);
    if (event.key === 'Escape') {
      event.preventDefault();
      cancel();
    }
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    const field = event.currentTarget;
    // After the state of an Esc is drawn, so that leaving does not save what was just given up.
    setTimeout(() => field.blur());
  };

  return (
    <fieldset
      className="min-w-0"
      data-similar
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || void commit()}
    >
      <h2 className="sr-only">{shown.title}</h2>
      <textarea
        className="task-title"
        rows={1}
        data-similar-stop
        maxLength={500}
        aria-label={t('tasks.title')}
        aria-invalid={fault !== null || undefined}
        value={text}
        onChange={(event) => {
          base.current ??= task;
          const next = event.target.value.replace(/\s*\n\s*/g, ' ');
          setTyped(next);
          draft.write(next);
        }}
        onKeyDown={handleKey}
      />
      {fault && (
        <p role="alert" className="text-xs text-danger">
          {t('peek.notSaved', { field: t('tasks.title'), reason: fault })}
        </p>
      )}
      {typed !== null && typed.trim() !== shown.title && (
        <SimilarTasks
          projectId={task.projectId}
          title={typed}
          exceptId={task.id}
          onOpen={({ key }) => onOpenTask(key)}
        />
      )}
    </fieldset>
  );
}
