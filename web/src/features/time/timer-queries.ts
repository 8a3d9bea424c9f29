import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { Timer } from '@/api/types';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

export const timeKeys = { timer: ['timer'] as const, all: ['time'] as const };

/** The caller's running timer. Another browser may have started it, so it is asked for again when one comes back. */
export const timerQuery = queryOptions({
  queryKey: timeKeys.timer,
  queryFn: ({ signal }) => api.get<Timer>('/api/timer', { signal }),
  staleTime: 30_000,
  refetchOnWindowFocus: true,
});

type Start = { projectId: string; taskId: string | null };

/** Starting a timer stops the one that runs; its time is written down. */
export function useTimer() {
  const queryClient = useQueryClient();
  const told = (timer: Timer) => {
    queryClient.setQueryData(timeKeys.timer, { running: timer.running, logged: null });
    if (!timer.logged) return;
    showToast(t('time.logged', { time: formatMinutes(timer.logged.minutes) }));
    void queryClient.invalidateQueries({ queryKey: timeKeys.all });
  };
  const failed = (error: unknown) => {
    showToast(t('time.timerFailed', { reason: reasonOf(error) }), { tone: 'danger' });
    void queryClient.invalidateQueries({ queryKey: timeKeys.timer });
  };
  /** An answer on its way tells of the time before, and may come after what is done now. */
  const outrun = () => queryClient.cancelQueries({ queryKey: timeKeys.timer });
  const start = useMutation({
    onMutate: outrun,
    mutationFn: (body: Start) => api.post<Timer>('/api/timer', { body }),
    onSuccess: told,
    onError: failed,
  });
  const stop = useMutation({
    onMutate: outrun,
    mutationFn: () => api.post<Timer>('/api/timer/stop'),
    onSuccess: told,
    onError: failed,
  });
  const discard = useMutation({
    onMutate: outrun,
    mutationFn: () => api.delete('/api/timer'),
    onSuccess: () => {
      queryClient.setQueryData(timeKeys.timer, { running: null, logged: null });
      showToast(t('time.discarded'));
    },
    onError: failed,
  });
  return { start, stop, discard };
}
