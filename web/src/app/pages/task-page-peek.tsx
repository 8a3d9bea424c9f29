import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { ApiError } from '@/api/api-error';
import { PeekTask } from '@/app/pages/peek-task';
import { TaskMissing } from '@/app/pages/task-missing';
import { useTaskPage } from '@/app/pages/use-task-page';
import { removeTask } from '@/features/tasks/edit/menu/remove-task';
import { nextTaskId } from '@/features/tasks/edit/next-task';
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

  const start = (
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
        <PeekTask
          key={open.task.id}
          open={open}
          start={start}
          onOpenTask={openTask}
          onStep={onStep}
          onDelete={handleDelete}
        />
      ) : (
        <>
          <PeekHeader>{start}</PeekHeader>
          <PeekBody>
            <TaskMissing taskKey={taskKey} error={error} onRetry={() => void refetch()} />
          </PeekBody>
        </>
      )}
    </Peek>
  );
}
