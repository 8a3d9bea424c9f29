import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { live } from '@/api/live';

/** What others did comes in a burst: a list is loaded once for all of it. */
const GATHER_MS = 60;

function useLivePlaces(
  place: 'project' | 'workspace',
  ids: readonly string[],
  key: QueryKey,
  kinds: readonly string[],
) {
  const queryClient = useQueryClient();
  const places = ids.join(' ');
  const wanted = kinds.join(' ');
  const hash = JSON.stringify(key);
  // The hub is outside React: joined and left with the screen.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const queryKey: QueryKey = JSON.parse(hash);
    const refresh = () => void queryClient.invalidateQueries({ queryKey });
    const stopListening = live.listen({
      changed: ({ subject }) => {
        if (!wanted.split(' ').includes(subject.kind)) return;
        clearTimeout(timer);
        timer = setTimeout(refresh, GATHER_MS);
      },
      reset: refresh,
    });
    const stops = places.split(' ').map((id) => (id ? live.watch(place, id) : () => undefined));
    return () => {
      clearTimeout(timer);
      stopListening();
      for (const stop of stops) stop();
    };
  }, [place, places, hash, wanted, queryClient]);
}

/** Loads a list of a project again when others have changed what is in it. */
export const useLiveParts = (projectId: string, key: QueryKey, ...kinds: readonly string[]) =>
  useLivePlaces('project', [projectId], key, kinds);

/** The same for a list over several projects. */
export const useLivePartsOfAll = (projectIds: readonly string[], key: QueryKey, ...kinds: readonly string[]) =>
  useLivePlaces('project', projectIds, key, kinds);

/** The same for what belongs to a workspace. */
export const useLiveWorkspace = (workspaceId: string, key: QueryKey, ...kinds: readonly string[]) =>
  useLivePlaces('workspace', [workspaceId], key, kinds);
