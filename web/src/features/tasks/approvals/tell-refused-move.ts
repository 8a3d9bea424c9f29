import type { QueryClient } from '@tanstack/react-query';
import type { ApiError } from '@/api/api-error';
import type { Task } from '@/api/types';
import { projectPeopleQuery, workflowQuery } from '@/features/projects/project-queries';
import { statusRefusal } from '@/features/tasks/approvals/status-refusal';
import { wishStatus } from '@/features/tasks/approvals/status-wish';
import { t } from '@/lib/i18n';
import '@/lib/i18n-task';
import { showToast } from '@/ui/toast-store';

type Refused = { error: ApiError; task: Task; status: string; onOpen: (task: Task) => void };

/** Says why the workflow keeps a card out of a column, and leads to where that can be mended. Loaded when it happens. */
export function tellRefusedMove(queryClient: QueryClient, { error, task, status, onOpen }: Refused) {
  const workflow = queryClient.getQueryData(workflowQuery(task.projectId).queryKey);
  const people = queryClient.getQueryData(projectPeopleQuery(task.projectId).queryKey) ?? [];
  const members = people.filter((person) => person.state === 'active');
  const reason = statusRefusal(error, { task, status, states: workflow?.states ?? [], members }) ?? error.detail;
  const isAsking = error.code === 'approval_required';
  const isMendable = isAsking || error.code === 'fields_required' || error.code === 'required_steps_open';
  const handleAct = () => {
    if (isAsking) wishStatus({ taskId: task.id, status });
    onOpen(task);
  };
  // A workflow that has become stricter meanwhile is known from here on.
  void queryClient.invalidateQueries({ queryKey: workflowQuery(task.projectId).queryKey });
  showToast(t('refusal.notMoved', { key: task.key, reason }), {
    tone: 'danger',
    action: isMendable ? { label: t(isAsking ? 'approvals.ask' : 'tasks.open'), onAct: handleAct } : undefined,
  });
}
