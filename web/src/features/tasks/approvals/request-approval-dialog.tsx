import type { FormEvent } from 'react';
import type { WorkflowState } from '@/api/types';
import { useApprovals } from '@/features/tasks/approvals/approval-queries';
import { approvalText, statusRefusal } from '@/features/tasks/approvals/status-refusal';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { useDraft } from '@/lib/use-draft';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { showToast } from '@/ui/toast-store';

type Props = { state: WorkflowState; onClose: () => void };

/** Asks those whom the workflow names whether the task may enter a state. */
export function RequestApprovalDialog({ state, onClose }: Props) {
  const { shown, states, members, me } = useTaskContext();
  const { ask } = useApprovals(shown);
  const note = useDraft(`${me.id}/task/${shown.id}/approval-note`);
  const refusal = ask.error && statusRefusal(ask.error, { task: shown, status: state.key, states, members });

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (ask.isPending) return;
    ask.mutate(
      { status: state.key, note: note.text.trim() },
      {
        onSuccess: () => {
          note.clear();
          showToast(t('approvals.asked', { key: shown.key, status: state.name }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('approvals.askTitle', { key: shown.key, status: state.name })}
      description={approvalText(state, members)}
      isOpen
      onClose={onClose}
      width={460}
    >
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('approvals.note')} hint={t('approvals.noteHint')}>
          {(control) => (
            <Textarea
              {...control}
              autoFocus
              maxLength={2000}
              value={note.text}
              onChange={(event) => note.write(event.target.value)}
            />
          )}
        </Field>
        {refusal && (
          <p role="alert" className="text-xs text-danger">
            {refusal}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={ask.isPending}>
            {t('approvals.ask')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
