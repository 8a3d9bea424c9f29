import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Instantiation, Page, Project, ProjectTemplate, ProjectTemplateItem } from '@/api/types';
import { projectKeys, projectsQuery } from '@/features/projects/project-queries';

const root = '/api/project-templates';
const templatesKey = ['project-templates'] as const;

/** The templates for projects of a workspace, the latest first. */
export const projectTemplatesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...templatesKey, 'of', workspaceId] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<ProjectTemplateItem>>(root, { signal, query: { workspaceId, limit: 200 } })
        .then((page) => page.items),
  });

export const projectTemplateQuery = (id: string) =>
  queryOptions({
    queryKey: [...templatesKey, 'one', id] as const,
    queryFn: ({ signal }) => api.get<ProjectTemplate>(`${root}/${id}`, { signal }),
  });

const POLL_MS = 800;

/** How far a project is that is made from a template. Nobody tells of it, so it is asked for until it has ended. */
export const instantiationQuery = ({ templateId, id }: Pick<Instantiation, 'templateId' | 'id'>) =>
  queryOptions({
    queryKey: [...templatesKey, 'use', id] as const,
    queryFn: ({ signal }) => api.get<Instantiation>(`${root}/${templateId}/instantiations/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isEnded(state.data) ? false : POLL_MS),
    refetchIntervalInBackground: true,
  });

export const isEnded = ({ state }: Instantiation): boolean => state === 'completed' || state === 'failed';

/** Brings a project that has just been made into the lists. */
export async function takeInProject(queryClient: QueryClient, id: string): Promise<Project> {
  const project = await api.get<Project>(`/api/projects/${id}`);
  queryClient.setQueryData(projectsQuery.queryKey, (known) =>
    known ? [...known.filter((other) => other.id !== id), project] : known,
  );
  void queryClient.invalidateQueries({ queryKey: projectKeys.all, exact: true });
  return project;
}

export type TemplateUse = {
  template: ProjectTemplate;
  name: string;
  key?: string;
  variables: Record<string, string>;
  date: string | null;
};

export function useProjectTemplates(workspaceId: string) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: projectTemplatesQuery(workspaceId).queryKey });

  const saveProject = useMutation({
    mutationFn: ({ projectId, name }: { projectId: string; name: string }) =>
      api.post<ProjectTemplate>(`/api/projects/${projectId}/save-as-template`, { body: { name } }),
    onSuccess: refresh,
  });
  /** A new version; the earlier ones stay. */
  const save = useMutation({
    mutationFn: ({ template, ...body }: { template: ProjectTemplate } & Pick<ProjectTemplate, 'name' | 'content'>) =>
      api.put<ProjectTemplate>(`${root}/${template.id}`, { body, version: template.version }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: templatesKey }),
  });
  /** The template that was deleted, whole: its Undo makes it again. */
  const remove = useMutation({
    mutationFn: async ({ id, version }: ProjectTemplateItem) => {
      const whole = await api.get<ProjectTemplate>(`${root}/${id}`);
      await api.delete(`${root}/${id}`, { version });
      return whole;
    },
    onSettled: refresh,
  });
  const restore = useMutation({
    mutationFn: ({ name, content }: ProjectTemplate) =>
      api.post<ProjectTemplate>(root, { body: { workspaceId, name, content } }),
    onSettled: refresh,
  });
  const begin = useMutation({
    // The version that was shown is the one that is used.
    mutationFn: ({ template, ...body }: TemplateUse) =>
      api.post<Instantiation>(`${root}/${template.id}/instantiate`, { body: { ...body, version: template.version } }),
  });
  return { saveProject, save, remove, restore, begin };
}
