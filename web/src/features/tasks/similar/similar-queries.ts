import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Page, SimilarTask } from '@/api/types';

/** Fewer letters and digits begin too many titles. */
const FEWEST_LETTERS = 4;

/** A title is asked for under `tasks`, so that whatever changes tasks lets it be asked for again. */
export const similarTasksQuery = (projectId: string, title: string, exceptId?: string) =>
  queryOptions({
    queryKey: ['tasks', 'similar', projectId, title, exceptId],
    queryFn: ({ signal }) =>
      api.get<Page<SimilarTask>>(`/api/projects/${projectId}/tasks/similar`, { signal, query: { title, exceptId } }),
    enabled: projectId !== '' && (title.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= FEWEST_LETTERS,
    // While a title grows, what was found last stays in place.
    placeholderData: (before, query) => (query?.queryKey[2] === projectId ? before : undefined),
    staleTime: 30_000,
    retry: false,
  });
