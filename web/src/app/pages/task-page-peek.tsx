import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Expand, Link2, X } from 'lucide-react';
import { ApiError } from '@/api/api-error';
import { TaskBody } from '@/app/pages/task-body';
import { TaskMissing } from '@/app/pages/task-missing';
import { TaskScope } from '@/app/pages/task-scope';
import { useTaskPage } from '@/app/pages/use-task-page';
import { nextTaskId } from '@/features/tasks/edit/next-task';
import { removeTask } from '@/features/tasks/edit/remove-task';
import { TaskFacts } from '@/features/tasks/edit/task-facts';
import { copyText, FollowButton, linkTo, TaskMenu } from '@/features/tasks/edit/task-menu';
import { useTaskKeys } from '@/features/tasks/edit/use-task-keys';
import { saveTask, taskQuery } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-task';
import { useStable } from '@/lib/use-stable';
import { IconButton } from '@/ui/icon-button';
import { Peek, PeekBody, PeekHeader } from '@/ui/peek';

type Props = { taskKey: string; onClose: () => void };

const elementOf = (id: string | undefined) =>
  id ? document.querySelector<HTMLElement>(`[data-task-id="${CSS.escape(id)}"]`) : null;

/** An open task beside any view whose address has `?task=KEY`. It loads all that it needs by itself. */
export function TaskPagePeek({ taskKey, onClose }: Props) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { open, error, refetch } = useTaskPage(taskKey);
  const isGone = error instanceof ApiError && error.status === 404;
  const id = open?.task.id;

  const show = (key: string, replace: boolean) =>
    void navigate({ to: '.', search: (last) => ({ ...last, task: key }), replace, resetScroll: false });
  const openTask = useStable((key: string) => show(key, false));
  const step = async (by: 1 | -1) => {
    const next = id && nextTaskId(id, by);
    if (!next) return;
    const task = await queryClient.fetchQuery(taskQuery(next));
    saveTask(queryClient, task);
    // Walking leaves no trail: Back still closes the panel.
    show(task.key, true);
  };
  const onStep = (by: 1 | -1) => void step(by);
  const handleDelete = () => {
    if (!open) return;
    onClose();
    void removeTask(queryClient, open.task, open.task.version);
  };
  useTaskKeys({ taskKey, onClose, onStep });

  const closeAndName = (
    <>
      <IconButton label={t('tasks.closePeek')} keys="escape" onClick={onClose}>
        <X size={16} />
      </IconButton>
      <span className="flex-1 text-ink-3 tabular-nums">{taskKey}</span>
    </>
  );
  return (
    <Peek label={t('tasks.peek', { key: taskKey })} onClose={onClose} returnTo={() => elementOf(id)}>
      {open && !isGone ? (
        <TaskScope key={open.task.id} open={open} past={null} onOpenTask={openTask}>
          <PeekHeader>
            {closeAndName}
            <IconButton label={t('peek.copyLink')} keys="mod+." onClick={() => void copyText(linkTo(taskKey))}>
              <Link2 size={16} />
            </IconButton>
            <FollowButton />
            <IconButton
              label={t('peek.full')}
              onClick={() => void navigate({ to: '/t/$key', params: { key: open.task.key } })}
            >
              <Expand size={15} />
            </IconButton>
            <TaskMenu onDelete={handleDelete} onStep={onStep} />
          </PeekHeader>
          <PeekBody>
            <TaskBody facts={<TaskFacts />} />
          </PeekBody>
        </TaskScope>
      ) : (
        <>
          <PeekHeader>{closeAndName}</PeekHeader>
          <PeekBody>
            <TaskMissing taskKey={taskKey} error={error} onRetry={() => void refetch()} />
          </PeekBody>
        </>
      )}
    </Peek>
  );
}
