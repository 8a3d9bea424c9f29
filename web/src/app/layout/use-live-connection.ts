import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { type LiveStatus, live } from '@/api/live';
import { notificationKeys } from '@/features/notifications/notification-queries';

/** Opens the one live connection after the first paint, and closes it with the shell. */
export function useLiveConnection() {
  const queryClient = useQueryClient();
  useEffect(() => {
    const timer = setTimeout(() => live.start(), 300);
    const stop = live.listen({
      notification: () => void queryClient.invalidateQueries({ queryKey: notificationKeys.all }),
    });
    return () => {
      clearTimeout(timer);
      stop();
      void live.stop();
    };
  }, [queryClient]);
}

export const useLiveStatus = (): LiveStatus => useSyncExternalStore(live.onStatus, live.getStatus);
