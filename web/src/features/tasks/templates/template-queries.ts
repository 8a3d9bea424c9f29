import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Page, Task, TaskTemplate, TaskTemplateBody } from '@/api/types';
import { saveTask } from '@/features/tasks/task-queries';

/** The templates for tasks of a project, the latest first. */
export const taskTemplatesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'task-templates'] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<TaskTemplate>>('/api/task-templates', { signal, query: { projectId, limit: 200 } })
        .then((page) => page.items),
  });

export type TemplateUse = { id: string; variables: Record<string, string>; date: string | null };

export function useTaskTemplates(projectId: string) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: taskTemplatesQuery(projectId).queryKey });

  const save = useMutation({
    mutationFn: ({ template, body }: { template: TaskTemplate | null; body: TaskTemplateBody }) =>
      template
        ? api.put<TaskTemplate>(`/api/task-templates/${template.id}`, { body, version: template.version })
        : api.post<TaskTemplate>('/api/task-templates', { body: { ...body, projectId } }),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (template: TaskTemplate) => api.delete(`/api/task-templates/${template.id}`),
    onSettled: refresh,
  });
  const instantiate = useMutation({
    mutationFn: ({ id, ...body }: TemplateUse) => api.post<Task>(`/api/task-templates/${id}/instantiate`, { body }),
    onSuccess: (task) => {
      saveTask(queryClient, task);
      void queryClient.invalidateQueries({ queryKey: ['tasks', 'list'] });
    },
  });
  return { save, remove, instantiate };
}
