import { reasonOf } from '@/api/reason';
import type { Approval, Task } from '@/api/types';
import { useApprovals } from '@/features/tasks/approvals/approval-queries';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

/** Takes the reader's own answer back, and says so. */
export function useUnanswer(task: Pick<Task, 'id' | 'key'>) {
  const { unanswer } = useApprovals(task);
  return ({ id }: Pick<Approval, 'id'>, status: string) =>
    unanswer.mutate(id, {
      onSuccess: () => void showToast(t('approvals.answerBack', { key: task.key, status })),
      onError: (error) => void showToast(t('approvals.answerKept', { reason: reasonOf(error) }), { tone: 'danger' }),
    });
}
