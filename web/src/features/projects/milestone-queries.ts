import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Milestone, Page } from '@/api/types';

/** What comes first: open before reached, and by the day it is due; without a day last. */
function byDay(a: Milestone, b: Milestone): number {
  if (a.state !== b.state) return a.state === 'open' ? -1 : 1;
  const [first, second] = [a.dueDate ?? '9999', b.dueDate ?? '9999'];
  return first === second ? a.name.localeCompare(b.name) : first < second ? -1 : 1;
}

export const milestonesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'milestones'] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<Milestone>>(`/api/projects/${projectId}/milestones`, { signal, query: { limit: 200 } })
        .then((page) => page.items.sort(byDay)),
    staleTime: 60_000,
  });
