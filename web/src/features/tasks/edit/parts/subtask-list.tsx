import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Task } from '@/api/types';
import { AddSubtask } from '@/features/tasks/edit/parts/add-subtask';
import { subtasksQuery, useFollowSubtasks } from '@/features/tasks/edit/parts/subtask-queries';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { saveEdit } from '@/features/tasks/edit/task-edits';
import { StatusIcon } from '@/features/tasks/status-icon';
import { refreshTasks } from '@/features/tasks/task-queries';
import { isOpen, isReviewState, mayGo } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { AvatarStack } from '@/ui/avatar-stack';
import { IconButton } from '@/ui/icon-button';
import { Progress } from '@/ui/progress';
import { showToast } from '@/ui/toast-store';

const TaskRollUp = lazy(() =>
  import('@/features/tasks/roll-up/task-roll-up').then((module) => ({ default: module.TaskRollUp })),
);

export function SubtaskList() {
  const { task, mayEdit } = useTaskContext();
  const { data: subtasks = [], error } = useQuery(subtasksQuery(task.id));
  const [isAdding, setIsAdding] = useState(false);
  useFollowSubtasks(task.id);
  const done = subtasks.filter((subtask) => !isOpen(subtask)).length;
  if (subtasks.length === 0 && !mayEdit && !error) return null;

  return (
    <section className="mt-8" aria-labelledby="subtasks-title">
      <div className="flex min-h-8 items-center gap-3">
        <h3 id="subtasks-title">{t('peek.subtasks')}</h3>
        {subtasks.length > 0 && (
          <>
            <span className="text-ink-3 tabular-nums">{t('peek.doneOf', { done, count: subtasks.length })}</span>
            <span className="w-24">
              <Progress value={(100 * done) / subtasks.length} label={t('peek.subtasksDone')} />
            </span>
          </>
        )}
        {mayEdit && (
          <IconButton className="ms-auto" label={t('peek.addSubtask')} onClick={() => setIsAdding(true)}>
            <Plus size={16} />
          </IconButton>
        )}
      </div>
      {subtasks.length > 0 && (
        <Suspense>
          <TaskRollUp />
        </Suspense>
      )}
      {error && <p className="text-xs text-danger">{t('peek.subtasksFailed', { reason: reasonOf(error) })}</p>}
      <ul className="-mx-2">
        {subtasks.map((subtask) => (
          <SubtaskRow key={subtask.id} subtask={subtask} />
        ))}
      </ul>
      {isAdding && <AddSubtask onClose={() => setIsAdding(false)} />}
    </section>
  );
}

function SubtaskRow({ subtask }: { subtask: Task }) {
  const queryClient = useQueryClient();
  const { states, members, mayEdit, onOpenTask } = useTaskContext();
  const target = states.find((state) => state.category === (isOpen(subtask) ? 'completed' : 'unstarted'));
  const mayTick = mayEdit && target !== undefined && mayGo(subtask.status, target.key, states);
  const icon = (
    <StatusIcon category={subtask.statusCategory} isReview={isReviewState(subtask.status, states)} size={15} />
  );
  const people = subtask.assigneeIds.flatMap((id) => {
    const member = members.find((candidate) => candidate.userId === id);
    return member ? [{ id, name: member.displayName, imageUrl: member.avatarUrl }] : [];
  });

  const first = people[0];

  const handleTick = async () => {
    if (!target) return;
    const result = await saveEdit(queryClient, subtask, { status: target.key }, target.category);
    if (result.kind !== 'failed') return refreshTasks(queryClient, [subtask.parentId]);
    const text = t('peek.notSaved', { field: subtask.key, reason: reasonOf(result.error) });
    showToast(text, { tone: 'danger' });
  };

  return (
    <li className="subtask">
      {mayTick ? (
        <button
          type="button"
          className="subtask-tick"
          aria-label={t(isOpen(subtask) ? 'peek.finishSubtask' : 'peek.reopenSubtask', { title: subtask.title })}
          onClick={() => void handleTick()}
        >
          {icon}
        </button>
      ) : (
        <span className="subtask-tick">{icon}</span>
      )}
      <button
        type="button"
        className="subtask-open"
        data-done={!isOpen(subtask)}
        onClick={() => onOpenTask(subtask.key)}
      >
        <span className="sr-only">{subtask.key} </span>
        <span className="min-w-0 flex-1 truncate">{subtask.title}</span>
        {first && (people.length > 1 ? <AvatarStack people={people} size={18} /> : <Avatar {...first} size={18} />)}
      </button>
    </li>
  );
}
