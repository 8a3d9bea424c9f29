import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { CreateProjectRequest, Invitee, Label, Member, Page, Project, Workflow, Workspace } from '@/api/types';

export const projectKeys = {
  workspaces: ['workspaces'] as const,
  all: ['projects'] as const,
  workflow: (projectId: string) => ['projects', projectId, 'workflow'] as const,
  labels: (projectId: string) => ['projects', projectId, 'labels'] as const,
  members: (projectId: string) => ['projects', projectId, 'members'] as const,
};

const items = <T>(page: Page<T>) => page.items;

export const workspacesQuery = queryOptions({
  queryKey: projectKeys.workspaces,
  queryFn: ({ signal }) => api.get<Page<Workspace>>('/api/workspaces', { signal, query: { limit: 200 } }).then(items),
  staleTime: 5 * 60_000,
});

export const projectsQuery = queryOptions({
  queryKey: projectKeys.all,
  queryFn: ({ signal }) =>
    api.get<Page<Project>>('/api/projects', { signal, query: { limit: 200, sort: 'createdAt' } }).then(items),
  staleTime: 5 * 60_000,
});

export const workflowQuery = (projectId: string) =>
  queryOptions({
    queryKey: projectKeys.workflow(projectId),
    queryFn: ({ signal }) => api.get<Workflow>(`/api/projects/${projectId}/workflow`, { signal }),
    select: (workflow) => [...workflow.states].sort((a, b) => a.order - b.order),
    staleTime: 5 * 60_000,
  });

export const labelsQuery = (projectId: string) =>
  queryOptions({
    queryKey: projectKeys.labels(projectId),
    queryFn: ({ signal }) =>
      api.get<Page<Label>>(`/api/projects/${projectId}/labels`, { signal, query: { limit: 200 } }).then(items),
    staleTime: 5 * 60_000,
  });

type ProjectPerson = Member | Invitee;
const membersOf = (people: ProjectPerson[]) => people.filter((person) => person.state === 'active');

/** The members, and those who were invited. */
export const projectPeopleQuery = (projectId: string) =>
  queryOptions({
    queryKey: projectKeys.members(projectId),
    queryFn: ({ signal }) =>
      api.get<Page<ProjectPerson>>(`/api/projects/${projectId}/members`, { signal, query: { limit: 200 } }).then(items),
    staleTime: 5 * 60_000,
  });

/** Who can be assigned, mentioned and named. */
export const membersQuery = (projectId: string) =>
  queryOptions({ ...projectPeopleQuery(projectId), select: membersOf });

/** The project of a key in the address; undefined while loading, null when there is none the caller may see. */
export function useProject(key: string): Project | null | undefined {
  const { data } = useQuery(projectsQuery);
  if (!data) return undefined;
  return data.find((project) => project.key === key.toUpperCase()) ?? null;
}

export function useCreateProject() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateProjectRequest) => api.post<Project>('/api/projects', { body }),
    onSuccess: (project) => {
      queryClient.setQueryData(projectsQuery.queryKey, (known) => (known ? [...known, project] : known));
      void queryClient.invalidateQueries({ queryKey: projectKeys.all, exact: true });
    },
  });
}
