import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { type LiveStatus, live } from '@/api/live';
import { notificationKeys } from '@/features/notifications/unread-query';
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
    const stop = live.listen({
      notification: (item) => {
        void queryClient.invalidateQueries({ queryKey: notificationKeys.all });
        // Being added to a project is told by a notification; the sidebar then has one more.
        if (concernsProjects(item.type, item.subject.kind)) refreshProjects();
      },
      changed: (change) => {
        if (change.subject.kind === 'project') refreshProjects();
      },
      reset: () => refreshProjects(),
    });
    return () => {
      clearTimeout(timer);
      stop();
      void live.stop();
    };
  }, [queryClient]);
}

export const useLiveStatus = (): LiveStatus => useSyncExternalStore(live.onStatus, live.getStatus);
