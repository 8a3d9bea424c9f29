import { reasonOf } from '@/api/reason';
import type { Approval } from '@/api/types';
import { mayManage } from '@/features/projects/project-rights';
import { ApprovalAnswer } from '@/features/tasks/approvals/approval-answer';
import { useApprovals } from '@/features/tasks/approvals/approval-queries';
import { ApproverRow } from '@/features/tasks/approvals/approver-row';
import { useApprovers } from '@/features/tasks/approvals/use-approvers';
import { useUnanswer } from '@/features/tasks/approvals/use-unanswer';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { personName } from '@/features/tasks/field-words';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState } from '@/features/tasks/task-state';
import { timeAgo } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Badge } from '@/ui/badge';
import { showToast } from '@/ui/toast-store';

const TONE = { pending: 'warn', approved: 'accent', rejected: 'danger', withdrawn: 'plain' } as const;

/** One question whether the task may enter a state: who asks, who may answer, who has, and how it stands. */
export function ApprovalCard({ approval }: { approval: Approval }) {
  const { shown, project, states, members, me, mayEdit } = useTaskContext();
  const { withdraw } = useApprovals(shown);
  const unanswer = useUnanswer(shown);
  const approvers = useApprovers(approval);
  const { answers, needed } = approval;
  const state = states.find((candidate) => candidate.key === approval.status);
  const status = state?.name ?? approval.status;
  const given = answers.filter((answer) => answer.isApproval).length;
  const isOpen = approval.state === 'pending';
  const hasAnswered = (id: string) => answers.some((answer) => answer.userId === id);
  const isLive = isOpen && project.state === 'active';
  const isApprover = approval.approverIds.includes(me.id);
  const isStandIn =
    !isApprover && mayManage(project) && approvers.some(({ id, hasLeft }) => hasLeft && !hasAnswered(id));
  const mayAnswer = isLive && (isApprover || isStandIn) && !hasAnswered(me.id);
  const mayWithdraw = isOpen && mayEdit && (approval.requestedBy === me.id || mayManage(project));

  const handleWithdraw = () =>
    withdraw.mutate(approval.id, {
      onSuccess: () => void showToast(t('approvals.withdrawn', { key: shown.key, status })),
      onError: (error) => void showToast(t('approvals.notWithdrawn', { reason: reasonOf(error) }), { tone: 'danger' }),
    });

  return (
    <li id={`approval-${approval.id}`} tabIndex={-1} className="approval" data-state={approval.state}>
      <div className="flex flex-wrap items-center gap-2">
        {state && <StatusIcon category={state.category} isReview={isReviewState(state.key, states)} />}
        <h4 className="min-w-0 flex-1">{t('approvals.goTo', { status })}</h4>
        <Badge tone={TONE[approval.state]}>
          {approval.state === 'rejected' ? t('approvals.rejected') : t('approvals.given', { given, needed })}
        </Badge>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 text-xs text-ink-3">
        <span className="flex-1">
          {t('approvals.askedBy', {
            name: personName(approval.requestedBy, members),
            when: timeAgo(approval.requestedAt),
          })}
        </span>
        {isLive && hasAnswered(me.id) && (
          <button type="button" className="link" onClick={() => unanswer(approval, status)}>
            {t('approvals.takeBack')}
          </button>
        )}
        {mayWithdraw && (
          <button type="button" className="link" disabled={withdraw.isPending} onClick={handleWithdraw}>
            {t('approvals.withdraw')}
          </button>
        )}
      </p>
      {approval.note && <q className="approval-note">{approval.note}</q>}
      <ul className="approvers" aria-label={t('approvals.approvers')}>
        {approvers.map((approver) => (
          <ApproverRow
            key={approver.id}
            approver={approver}
            answer={answers.find((answer) => answer.userId === approver.id)}
            waits={!isOpen ? 'approvals.notAnswered' : approver.hasLeft ? 'approvals.left' : 'approvals.waiting'}
          />
        ))}
      </ul>
      {mayAnswer && <ApprovalAnswer approval={approval} statusName={status} isStandIn={isStandIn} />}
    </li>
  );
}
