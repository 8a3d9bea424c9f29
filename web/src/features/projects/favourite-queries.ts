import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { Favourite, Page, Project } from '@/api/types';
import { projectsQuery } from '@/features/projects/project-queries';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

export const favouritesKey = ['favourites'] as const;

/** The ids of the reader's favourites, in the reader's own order. */
export const favouritesQuery = queryOptions({
  queryKey: favouritesKey,
  queryFn: ({ signal }) =>
    api
      .get<Page<Favourite>>('/api/projects/favourites', { signal, query: { limit: 200 } })
      .then(({ items }) => items.map(({ projectId }) => projectId)),
  staleTime: 5 * 60_000,
});

/** These projects as favourites first, in the reader's own order, and the others as they stand. */
export function useFavouritesFirst(projects: readonly Project[]): { favourites: Project[]; others: Project[] } {
  const { data: ids = [] } = useQuery(favouritesQuery);
  const favourites = ids.flatMap((id) => projects.filter((project) => project.id === id && project.state === 'active'));
  return { favourites, others: projects.filter((project) => !favourites.includes(project)) };
}

export const useIsFavourite = (projectId: string): boolean =>
  useQuery({ ...favouritesQuery, select: (ids) => ids.includes(projectId) }).data ?? false;

type Change = {
  project: Project;
  /** Null: a favourite no longer. Beside which other it stands; behind all where nothing is said. */
  place: { beforeId?: string; afterId?: string } | null;
};

function changed(ids: readonly string[], { project: { id }, place }: Change): string[] {
  const others = ids.filter((other) => other !== id);
  if (place === null) return others;
  const neighbour = place.beforeId ?? place.afterId;
  const at = others.indexOf(neighbour ?? '');
  if (neighbour === undefined) return ids.includes(id) ? [...ids] : [...ids, id];
  return others.toSpliced(place.afterId ? at + 1 : at, 0, id);
}

/** Marks, moves and unmarks; drawn at once, taken back with the reason when the server refuses. */
export function useChangeFavourite() {
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ project, place }: Change) => {
      const path = `/api/projects/${project.id}/favourite`;
      return place ? api.put<Favourite>(path, { body: place }) : api.delete(path);
    },
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey: favouritesKey });
      queryClient.setQueryData(favouritesQuery.queryKey, (ids) => ids && changed(ids, change));
    },
    onError: (fault, { project }) =>
      showToast(t('projects.favouriteFailed', { name: project.name, reason: reasonOf(fault) }), { tone: 'danger' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: favouritesKey }),
  });
  return mutate;
}

/** The projects of one workspace that are not in the archive. */
export function useActiveProjects(workspaceId: string | undefined): Project[] {
  const { data = [] } = useQuery(projectsQuery);
  return data.filter((project) => project.workspaceId === workspaceId && project.state === 'active');
}
