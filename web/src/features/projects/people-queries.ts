import { queryOptions } from '@tanstack/react-query';
import { allPages } from '@/api/all-pages';
import { api } from '@/api/client';
import type { Page, User, WorkspaceInvitee, WorkspaceMember } from '@/api/types';

/** People who share a workspace or a project with the reader, by name. */
export const peopleSearchQuery = (text: string) =>
  queryOptions({
    queryKey: ['people', 'search', text] as const,
    queryFn: ({ signal }) => api.get<Page<User>>('/api/users', { signal, query: { query: text, limit: 5 } }),
    select: (page) => page.items,
    staleTime: 60_000,
  });

/** Who takes part in a workspace, with their roles there. */
export const workspacePeopleQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['people', 'of', workspaceId] as const,
    queryFn: async ({ signal }) => {
      const people = await allPages<WorkspaceMember | WorkspaceInvitee>(`/api/workspaces/${workspaceId}/members`, {
        signal,
      });
      return people.filter((person) => person.state === 'active');
    },
    staleTime: 60_000,
  });
