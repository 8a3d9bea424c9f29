import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellOff } from 'lucide-react';
import { api } from '@/api/client';
import { reasonOf } from '@/api/reason';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { MenuItem } from '@/ui/menu';
import { showToast } from '@/ui/toast-store';

type Watcher = { userId: string; muted: boolean };

/** Still following, but told nothing. Offered to those who follow. */
export function MuteItem() {
  const { shown, me } = useTaskContext();
  const queryClient = useQueryClient();
  const path = `/api/tasks/${shown.id}/watchers/${me.id}`;
  const queryKey = ['tasks', 'watcher', shown.id, me.id] as const;
  const isFollowing = shown.watcherIds.includes(me.id);
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<Watcher>(path, { signal }),
    enabled: isFollowing,
    retry: false,
  });
  const mute = useMutation({
    mutationFn: (muted: boolean) => api.put<Watcher>(path, { body: { muted } }),
    onSuccess: (watcher) => {
      queryClient.setQueryData(queryKey, watcher);
      showToast(t(watcher.muted ? 'peek.muted' : 'peek.unmuted'));
    },
    onError: (fault) =>
      void showToast(t('peek.notSaved', { field: t('peek.followers'), reason: reasonOf(fault) }), { tone: 'danger' }),
  });
  if (!isFollowing || !data) return null;
  return (
    <MenuItem icon={<BellOff size={15} />} isChosen={data.muted} onSelect={() => mute.mutate(!data.muted)}>
      {t('peek.mute')}
    </MenuItem>
  );
}
