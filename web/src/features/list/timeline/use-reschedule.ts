import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, send } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { Rescheduled, RescheduleOffer, Task } from '@/api/types';
import { askForOffer } from '@/features/list/timeline/schedule-queries';
import type { Dates } from '@/features/list/timeline/time-scale';
import { taskFeed } from '@/features/tasks/task-feed';
import { saveTask } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

/** A moved bar that pushes others, until the person has said what becomes of them. */
export type PendingShift = { task: Task; offer: RescheduleOffer; moveAlone: () => void };

/** The tasks behind it that have dates and would get later ones. */
export const pushedBy = ({ shifts }: RescheduleOffer) =>
  shifts.filter(({ minutes, startAt, dueAt }) => minutes > 0 && (startAt !== null || dueAt !== null));

/** Asks before a bar is moved that has others behind it, and moves them with it if that is wished. */
export function useReschedule() {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState<PendingShift | null>(null);
  const isShown = useRef(true);

  // Left meanwhile, nobody can be asked.
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  const save = (tasks: readonly Task[]) => {
    for (const task of tasks) saveTask(queryClient, task);
  };
  const undo = async (changeId: string) => {
    try {
      const { tasks } = await api.post<Rescheduled>(`/api/changes/${changeId}/undo`);
      save(tasks);
    } catch (error) {
      showToast(t('timeline.notUndone', { reason: reasonOf(error) }), { tone: 'danger' });
    }
  };

  /** The bar stands where it was put while the server is asked. */
  const ask = async (task: Task, dates: Dates, moveAlone: () => void) => {
    if (dates.startAt === null) return moveAlone();
    taskFeed.publish({ kind: 'saved', task: { ...task, ...dates } });
    const offer = await askForOffer(task.id, dates.startAt).catch(() => null);
    // Without an answer nothing is known to be pushed: the move itself says what is wrong, if anything is.
    if (!offer || !isShown.current || pushedBy(offer).length === 0) return moveAlone();
    setPending({ task, offer, moveAlone });
  };
  const moveAll = async () => {
    if (!pending) return;
    const { task, offer } = pending;
    setPending(null);
    try {
      const body = { startAt: offer.startAt, moveSuccessors: true };
      const { data } = await send<Rescheduled>('POST', `/api/tasks/${task.id}/reschedule`, { body });
      save(data.tasks);
      const text = t('timeline.movedWith', { key: task.key, count: data.tasks.length - 1 });
      showToast(text, { action: { label: t('ui.undo'), onAct: () => void undo(data.changeId) } });
    } catch (error) {
      taskFeed.publish({ kind: 'saved', task });
      showToast(t('timeline.notMoved', { key: task.key, reason: reasonOf(error) }), { tone: 'danger' });
    }
  };
  const moveOne = () => {
    pending?.moveAlone();
    setPending(null);
  };
  const cancel = () => {
    if (pending) taskFeed.publish({ kind: 'saved', task: pending.task });
    setPending(null);
  };
  return { pending, ask, moveAll, moveOne, cancel };
}
