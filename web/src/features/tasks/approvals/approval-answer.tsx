import { Check, X } from 'lucide-react';
import type { Approval } from '@/api/types';
import { useApprovals } from '@/features/tasks/approvals/approval-queries';
import { HandOver } from '@/features/tasks/approvals/hand-over';
import { statusRefusal } from '@/features/tasks/approvals/status-refusal';
import { useUnanswer } from '@/features/tasks/approvals/use-unanswer';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { useDraft } from '@/lib/use-draft';
import { Button } from '@/ui/button';
import { Textarea } from '@/ui/textarea';
import { showToast } from '@/ui/toast-store';

type Props = {
  approval: Approval;
  statusName: string;
  /** Whether the reader answers for somebody who has left. */
  isStandIn: boolean;
};

/** Yes or no, once, with a comment; shown to those who may answer and have not. */
export function ApprovalAnswer({ approval, statusName, isStandIn }: Props) {
  const { shown, states, members, me } = useTaskContext();
  const { answer } = useApprovals(shown);
  const unanswer = useUnanswer(shown);
  const note = useDraft(`${me.id}/task/${shown.id}/approval/${approval.id}`);
  const refusal =
    answer.error && statusRefusal(answer.error, { task: shown, status: approval.status, states, members });

  const give = (isApproval: boolean) => {
    if (answer.isPending) return;
    answer.mutate(
      { id: approval.id, isApproval, note: note.text.trim() },
      {
        onSuccess: ({ state }) => {
          note.clear();
          const names = { key: shown.key, status: statusName };
          if (state === 'approved') return void showToast(t('approvals.nowMoved', names));
          if (state === 'rejected') return void showToast(t('approvals.nowRejected', names));
          const onAct = () => unanswer(approval, statusName);
          const text = isApproval ? 'approvals.nowApproved' : 'approvals.nowRefused';
          showToast(t(text, names), { action: { label: t('ui.undo'), onAct } });
        },
      },
    );
  };
  return (
    <div className="approval-answer">
      {isStandIn && <p className="text-xs text-ink-3">{t('approvals.standIn')}</p>}
      <Textarea
        rows={1}
        maxLength={2000}
        aria-label={t('approvals.comment', { status: statusName })}
        placeholder={t('approvals.commentHint')}
        value={note.text}
        onChange={(event) => note.write(event.target.value)}
      />
      {refusal && (
        <p role="alert" className="text-xs text-danger">
          {refusal}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" isBusy={answer.isPending} onClick={() => give(true)}>
          <Check size={15} aria-hidden="true" /> {t('approvals.approve')}
        </Button>
        <Button isBusy={answer.isPending} onClick={() => give(false)}>
          <X size={15} aria-hidden="true" /> {t('approvals.reject')}
        </Button>
        {!isStandIn && <HandOver approval={approval} statusName={statusName} />}
      </div>
    </div>
  );
}
