import { type KeyboardEvent, useRef } from 'react';
import { reasonOf } from '@/api/reason';
import { useAddSubtask } from '@/features/tasks/edit/parts/subtask-queries';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { announce } from '@/lib/announce';
import { t } from '@/lib/i18n';
import { useDraft } from '@/lib/use-draft';
import { Input } from '@/ui/input';
import { showToast } from '@/ui/toast-store';

/** One line: Enter creates and waits for the next. Left empty it closes; left filled it stays. */
export function AddSubtask({ onClose }: { onClose: () => void }) {
  const { task, me } = useTaskContext();
  const draft = useDraft(`${me.id}/task/${task.id}/subtask`);
  const latest = useRef(draft.text);
  latest.current = draft.text;
  const add = useAddSubtask(task);

  const create = (title: string) => {
    // A second try may find the next one in the field.
    if (latest.current.trim() === title) draft.clear();
    add.mutate(
      { title },
      {
        onSuccess: (created) => announce(t('tasks.created', { key: created.key })),
        onError: (error) => {
          // The field may hold the next one by now.
          if (!latest.current) draft.write(title);
          const retry = { label: t('ui.retry'), onAct: () => create(title) };
          showToast(t('peek.subtaskFailed', { title, reason: reasonOf(error) }), { tone: 'danger', action: retry });
        },
      },
    );
  };
  const handleCreate = () => {
    const title = draft.text.trim();
    if (title && !add.isPending) create(title);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      handleCreate();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };

  return (
    <Input
      autoFocus
      maxLength={500}
      aria-label={t('peek.newSubtask')}
      placeholder={t('peek.newSubtask')}
      value={draft.text}
      onChange={(event) => draft.write(event.target.value)}
      onKeyDown={handleKey}
      onBlur={() => !draft.text.trim() && onClose()}
    />
  );
}
