import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { ApiError } from '@/api/api-error';
import type { WorkflowState } from '@/api/types';
import { workflowQuery } from '@/features/projects/project-queries';
import { approvalsQuery } from '@/features/tasks/approvals/approval-queries';
import { statusRefusal } from '@/features/tasks/approvals/status-refusal';
import { useWishedStatus, wishStatus } from '@/features/tasks/approvals/status-wish';
import { BlockedMark } from '@/features/tasks/blocked-mark';
import { dependenciesQuery } from '@/features/tasks/dependencies/dependency-queries';
import { keepsWaiting } from '@/features/tasks/dependencies/dependency-words';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isOpen, isReviewState, mayGo } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { Menu, MenuItem } from '@/ui/menu';

const RequestApprovalDialog = lazy(() =>
  import('@/features/tasks/approvals/request-approval-dialog').then((module) => ({
    default: module.RequestApprovalDialog,
  })),
);

/** The state of a task. One that takes approvals is asked for; why the workflow refuses another stands below it. */
export function StatusPick() {
  const { task, shown, states, members, mayEdit, edit } = useTaskContext();
  const queryClient = useQueryClient();
  const { data: dependencies = [] } = useQuery(dependenciesQuery(task.id));
  const hasApprovals = states.some((state) => state.approval);
  const { data: approvals = [] } = useQuery({ ...approvalsQuery(task.id), enabled: hasApprovals });
  const [refused, setRefused] = useState<{ error: unknown; status: string } | null>(null);
  const wished = useWishedStatus(task.id);
  const asked = states.find((state) => state.key === wished && state.approval);
  const refusal = refused && statusRefusal(refused.error, { task: shown, status: refused.status, states, members });

  const mark = isOpen(shown) && keepsWaiting(dependencies) && <BlockedMark />;
  const value = (
    <>
      <StatusIcon category={shown.statusCategory} isReview={isReviewState(shown.status, states)} />
      {states.find((state) => state.key === shown.status)?.name ?? shown.status}
    </>
  );
  const name = t('tasks.status');
  if (!mayEdit) {
    return (
      <Fact name={name}>
        {value} {mark}
      </Fact>
    );
  }

  const pendingFor = (status: string) =>
    approvals.find((approval) => approval.status === status && approval.state === 'pending');
  const handleRefused = (error: unknown, status: string) => {
    // The workflow has become stricter since it was read.
    void queryClient.invalidateQueries({ queryKey: workflowQuery(task.projectId).queryKey });
    const code = error instanceof ApiError ? error.code : null;
    // Whoever may not make the move may still ask those who decide about it.
    const isForOthers =
      code === 'transition_forbidden' && states.some((state) => state.key === status && state.approval);
    if (code === 'approval_required' || isForOthers) wishStatus({ taskId: task.id, status });
    else setRefused({ error, status });
  };
  const handleChoose = ({ key }: WorkflowState) => {
    setRefused(null);
    const pending = pendingFor(key);
    if (key === shown.status) return;
    if (pending) document.getElementById(`approval-${pending.id}`)?.focus();
    // What the task lacks is said before anybody is asked for approval, so the server is asked first.
    else void edit({ status: key }, name, (error) => handleRefused(error, key));
  };
  const hintOf = ({ key, approval }: WorkflowState) => {
    if (!approval || key === shown.status) return null;
    const text = t(pendingFor(key) ? 'approvals.pendingHint' : 'approvals.needsHint');
    return <span className="ms-2 text-xs text-ink-3">{text}</span>;
  };

  return (
    <Fact name={name}>
      <Menu
        trigger={
          <FactValue name={name} data-key="s">
            {value}
          </FactValue>
        }
      >
        {states
          .filter((state) => mayGo(shown.status, state.key, states))
          .map((state) => (
            <MenuItem
              key={state.key}
              icon={<StatusIcon category={state.category} isReview={isReviewState(state.key, states)} />}
              isChosen={state.key === shown.status}
              onSelect={() => handleChoose(state)}
            >
              {state.name}
              {hintOf(state)}
            </MenuItem>
          ))}
      </Menu>
      {mark}
      {refusal && (
        <p role="alert" className="fact-refusal">
          {t('peek.notSaved', { field: name, reason: refusal })}
        </p>
      )}
      {asked && (
        <Suspense>
          <RequestApprovalDialog state={asked} onClose={() => wishStatus(null)} />
        </Suspense>
      )}
    </Fact>
  );
}
