import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiError } from '@/api/api-error';
import type { Member, WorkflowState } from '@/api/types';
import { PriorityIcon } from '@/features/tasks/priority-icon';
import { StatusIcon } from '@/features/tasks/status-icon';
import { taskQuery } from '@/features/tasks/task-queries';
import { dueOf, isReviewState, priorityLabel } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Avatar } from '@/ui/avatar';
import { ErrorState } from '@/ui/error-state';
import { IconButton } from '@/ui/icon-button';
import { Peek } from '@/ui/peek';
import { Skeleton } from '@/ui/skeleton';

type Props = { taskKey: string; states: readonly WorkflowState[]; members: readonly Member[]; onClose: () => void };

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center">
      <dt className="w-26 flex-none text-ink-3">{name}</dt>
      <dd className="flex flex-wrap items-center gap-2 font-medium">{children}</dd>
    </div>
  );
}

/** The task beside its board, to read. */
export function TaskPeek({ taskKey, states, members, onClose }: Props) {
  const { data: task, error, refetch } = useQuery(taskQuery(taskKey));
  const now = useToday();
  const due = task && dueOf(task, now);
  const assignees = members.filter((member) => task?.assigneeIds.includes(member.userId));
  const header = (
    <>
      <IconButton label={t('tasks.closePeek')} keys="escape" onClick={onClose}>
        <X size={16} />
      </IconButton>
      <span className="flex-1 text-ink-3 tabular-nums">{taskKey}</span>
    </>
  );

  return (
    <Peek label={t('tasks.peek', { key: taskKey })} header={header} onClose={onClose}>
      {error && !task && (
        <ErrorState
          title={t('tasks.loadFailed')}
          traceId={error instanceof ApiError ? error.traceId : null}
          onRetry={() => void refetch()}
        />
      )}
      {!task && !error && <Skeleton height={56} />}
      {task && (
        <>
          <h2 className="mt-1 mb-4 text-xl text-pretty">{task.title}</h2>
          <dl>
            <Fact name={t('tasks.status')}>
              <StatusIcon category={task.statusCategory} isReview={isReviewState(task.status, states)} />
              {states.find((state) => state.key === task.status)?.name ?? task.status}
            </Fact>
            <Fact name={t('tasks.assignee')}>
              {assignees.map((member) => (
                <span key={member.userId} className="flex items-center gap-1.5">
                  <Avatar
                    id={member.userId}
                    name={member.displayName}
                    imageUrl={member.avatarUrl}
                    size={20}
                    isDecorative
                  />
                  {member.displayName}
                </span>
              ))}
              {assignees.length === 0 && t('tasks.unassigned')}
            </Fact>
            <Fact name={t('tasks.priority')}>
              <PriorityIcon priority={task.priority} /> {priorityLabel(task.priority)}
            </Fact>
            <Fact name={t('tasks.due')}>
              <span className={due && due.tone !== 'plain' ? `due-${due.tone}` : ''}>
                {due?.text ?? t('ui.noDate')}
              </span>
            </Fact>
          </dl>
          {task.description && (
            <p className="mt-6 max-w-[72ch] text-[0.90625rem] leading-[1.62] whitespace-pre-wrap">{task.description}</p>
          )}
        </>
      )}
    </Peek>
  );
}
