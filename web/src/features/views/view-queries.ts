import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { CreateViewRequest, Page, SavedView } from '@/api/types';
import type { ViewLook } from '@/features/views/view-state';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

/** One's own views of a project or a workspace, and those that others share, by name. */
export const viewsQuery = (of: { projectId: string } | { workspaceId: string }) =>
  queryOptions({
    queryKey: ['views', of] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<SavedView>>('/api/views', { signal, query: { ...of, limit: 200 } })
        .then((page) => page.items.sort((a, b) => a.name.localeCompare(b.name))),
    staleTime: 60_000,
  });

export const viewQuery = (id: string) =>
  queryOptions({
    queryKey: ['views', 'one', id] as const,
    queryFn: ({ signal }) => api.get<SavedView>(`/api/views/${id}`, { signal }),
  });

type Change = Partial<ViewLook> & { name?: string; visibility?: SavedView['visibility'] };

export function useViewChanges() {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['views'] });

  const create = useMutation({
    mutationFn: (body: CreateViewRequest) => api.post<SavedView>('/api/views', { body }),
    onSuccess: refresh,
  });
  const change = useMutation({
    mutationFn: ({ view, fields }: { view: SavedView; fields: Change }) =>
      api.patch<SavedView>(`/api/views/${view.id}`, { body: fields, version: view.version }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (view: SavedView) => api.delete(`/api/views/${view.id}`),
    onSuccess: (_nothing, view) => {
      queryClient.removeQueries({ queryKey: viewQuery(view.id).queryKey });
      const { name, layout, query, group, columns, visibility, projectId, workspaceId } = view;
      const place = projectId ? { projectId } : { workspaceId };
      const onAct = () => create.mutate({ name, layout, query, group, columns, visibility, ...place });
      showToast(t('views.deleted', { name }), { action: { label: t('ui.undo'), onAct } });
      return refresh();
    },
    onError: (error, { name }) =>
      void showToast(t('views.notDeleted', { name, reason: reasonOf(error) }), { tone: 'danger' }),
  });
  return { create, change, remove };
}
