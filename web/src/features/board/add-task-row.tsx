import type { KeyboardEvent } from 'react';
import { useBoardContext } from '@/features/board/board-context';
import { useCreateTask } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import { useDraft } from '@/lib/use-draft';
import { Textarea } from '@/ui/textarea';
import { showToast } from '@/ui/toast-store';

type Props = { status: string; onClose: () => void };

/** One line, Enter creates and waits for the next. Left empty it closes; left filled it stays. */
export function AddTaskRow({ status, onClose }: Props) {
  const { project } = useBoardContext();
  const draft = useDraft(`board/${project.id}/${status}/new`);
  const create = useCreateTask();

  const handleCreate = () => {
    const title = draft.text.trim();
    if (!title || create.isPending) return;
    draft.clear();
    create.mutate(
      { projectId: project.id, title, status },
      {
        onError: (error) => {
          draft.write(title);
          showToast(t('board.addFailed', { reason: error.message }), { tone: 'danger' });
        },
      },
    );
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      handleCreate();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };

  return (
    <div className="add-card">
      <Textarea
        rows={2}
        autoFocus
        maxLength={500}
        aria-label={t('board.newTitle')}
        placeholder={t('tasks.titlePlaceholder')}
        value={draft.text}
        onChange={(event) => draft.write(event.target.value.replace(/\n/g, ' '))}
        onKeyDown={handleKey}
        onBlur={() => !draft.text.trim() && onClose()}
      />
    </div>
  );
}
