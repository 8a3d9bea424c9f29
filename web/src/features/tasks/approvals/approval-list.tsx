import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '@/api/reason';
import { ApprovalCard } from '@/features/tasks/approvals/approval-card';
import { approvalsQuery, useLiveApprovals } from '@/features/tasks/approvals/approval-queries';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import '@/styles/approvals.css';

/** What waits for an answer; when nothing does, how the last question ended. The history tells of those before. */
export function ApprovalList() {
  const { task } = useTaskContext();
  const { data: approvals = [], error } = useQuery(approvalsQuery(task.id));
  useLiveApprovals(task.id);
  const pending = approvals.filter((approval) => approval.state === 'pending');
  const shown = pending.length > 0 ? pending : approvals.slice(0, 1);
  if (error) {
    return <p className="mb-4 text-xs text-danger">{t('approvals.loadFailed', { reason: reasonOf(error) })}</p>;
  }
  if (shown.length === 0) return null;
  return (
    <section className="mb-4" aria-labelledby="approvals-title">
      <h3 id="approvals-title" className="sr-only">
        {t('approvals.title')}
      </h3>
      <ul className="grid gap-3">
        {shown.map((approval) => (
          <ApprovalCard key={approval.id} approval={approval} />
        ))}
      </ul>
    </section>
  );
}
