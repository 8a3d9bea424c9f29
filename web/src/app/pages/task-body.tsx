import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Comment } from '@/api/types';
import { TaskActivity } from '@/app/pages/task-activity';
import type { LookBack } from '@/app/pages/use-look-back';
import { mayEditTasks } from '@/features/projects/project-rights';
import { DependencyList } from '@/features/tasks/dependencies/dependency-list';
import { ClashNotes } from '@/features/tasks/edit/clash-note';
import { DescriptionEdit } from '@/features/tasks/edit/description-edit';
import { StepList } from '@/features/tasks/edit/parts/step-list';
import { SubtaskList } from '@/features/tasks/edit/parts/subtask-list';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { TitleEdit } from '@/features/tasks/edit/title-edit';
import { restoreTask } from '@/features/tasks/restore-task';
import { taskQuery } from '@/features/tasks/task-queries';
import { clockTime, dayOf, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';

const ApprovalList = lazy(() =>
  import('@/features/tasks/approvals/approval-list').then((module) => ({ default: module.ApprovalList })),
);
const TaskTime = lazy(() => import('@/features/time/task-time').then((module) => ({ default: module.TaskTime })));

function PastBanner({ look }: { look: LookBack }) {
  const now = useToday();
  const { task, project } = useTaskContext();
  const queryClient = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const { asOf } = look;
  if (!asOf) return null;
  const text = look.error
    ? `${t('history.pastFailed')} ${reasonOf(look.error)}`
    : t('peek.asOf', { day: shortDate(dayOf(asOf), now), time: clockTime(asOf) });
  const handleRestore = async () => {
    setIsBusy(true);
    const isDone = await restoreTask(queryClient, task, { asOf }, t('history.restoredTask', { key: task.key }));
    setIsBusy(false);
    if (isDone) look.setAsOf(null);
  };
  const mayRestore = look.past !== null && mayEditTasks(project) && project.state === 'active';
  const acts = (
    <>
      {mayRestore && (
        <Button variant="ghost" isBusy={isBusy} onClick={() => void handleRestore()}>
          {t('history.restoreThis')}
        </Button>
      )}
      <Button variant="ghost" onClick={() => look.setAsOf(null)}>
        {t('peek.backToNow')}
      </Button>
    </>
  );
  return (
    <Banner tone={look.error ? 'danger' : 'info'} action={acts}>
      {text}
    </Banner>
  );
}

type Props = { facts: ReactNode; look: LookBack; onReply: (comment: Comment) => void };

/** All of a task below its bar: the same beside a board and on a page of its own. */
export function TaskBody({ facts, look, onReply }: Props) {
  const { shown, project, states, onOpenTask } = useTaskContext();
  const { data: parent } = useQuery({ ...taskQuery(shown.parentId ?? ''), enabled: shown.parentId !== null });
  return (
    <>
      <PastBanner look={look} />
      {parent && (
        <button type="button" className="task-parent" onClick={() => onOpenTask(parent.key)}>
          {t('peek.partOf', { key: parent.key, title: parent.title })}
        </button>
      )}
      {project.state === 'archived' && <Banner>{t('peek.readOnly')}</Banner>}
      <TitleEdit />
      <ClashNotes />
      {!look.asOf && states.some((state) => state.approval) && (
        <Suspense>
          <ApprovalList />
        </Suspense>
      )}
      {facts}
      <DescriptionEdit />
      <StepList />
      {!look.asOf && <SubtaskList />}
      {!look.asOf && <DependencyList />}
      {!look.asOf && (
        <Suspense>
          <TaskTime />
        </Suspense>
      )}
      <TaskActivity asOf={look.asOf} onLook={look.setAsOf} onReply={onReply} />
    </>
  );
}
