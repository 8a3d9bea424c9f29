import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type LiveStatus, live } from '@/api/live';
import { RECONNECTED } from '@/app/watch-version';
import { notificationKeys } from '@/features/notifications/unread-query';
import { favouritesKey } from '@/features/projects/favourite-queries';
import { projectKeys } from '@/features/projects/project-queries';

const concernsProjects = (type: string, kind: string) =>
  kind === 'project' || /^(project|member|workspace|invitation)\b/.test(type);

/** Opens the one live connection after the first paint, and closes it with the shell. */
export function useLiveConnection() {
  const queryClient = useQueryClient();
  useEffect(() => {
    const refreshProjects = () => {
      void queryClient.invalidateQueries({ queryKey: projectKeys.all, exact: true });
      void queryClient.invalidateQueries({ queryKey: projectKeys.workspaces, exact: true });
    };
    const timer = setTimeout(() => live.start(), 300);
    let wasLive = false;
    const stopStatus = live.onStatus(() => {
      if (live.getStatus() !== 'live') return;
      if (wasLive) {
        window.dispatchEvent(new Event(RECONNECTED));
        void queryClient.invalidateQueries({ queryKey: notificationKeys.all });
      }
      wasLive = true;
    });
    const stop = live.listen({
      notification: (item) => {
        void queryClient.invalidateQueries({ queryKey: notificationKeys.all });
        // Being added to a project is told by a notification; the sidebar then has one more.
        if (concernsProjects(item.type, item.subject.kind)) refreshProjects();
      },
      changed: ({ subject: { kind } }) => {
        if (kind === 'project') refreshProjects();
        if (kind === 'favourites') void queryClient.invalidateQueries({ queryKey: favouritesKey });
      },
      reset: () => refreshProjects(),
    });
    return () => {
      clearTimeout(timer);
      stop();
      stopStatus();
      void live.stop();
    };
  }, [queryClient]);
}

export const useLiveStatus = (): LiveStatus => useSyncExternalStore(live.onStatus, live.getStatus);

const PATIENCE_MS = 4000;

/** True once the connection has been away for a while: a short break is not worth a word. */
export function useIsCutOff(): boolean {
  const status = useLiveStatus();
  const [isCutOff, setIsCutOff] = useState(false);
  const [isAway, setIsAway] = useState(false);
  if (status === 'live' && (isAway || isCutOff)) {
    setIsAway(false);
    setIsCutOff(false);
  } else if (status === 'offline' && !isAway) setIsAway(true);

  // A timer is outside React; trying to connect in between does not start it anew.
  useEffect(() => {
    if (!isAway) return undefined;
    const timer = setTimeout(() => setIsCutOff(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isAway]);
  return isCutOff;
}
