import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { CustomField, FieldType } from '@/api/types';
import { customFieldsQuery } from '@/features/projects/custom-field-queries';

export type FieldDraft = {
  name: string;
  type: FieldType;
  description: string;
  options: string[];
  currency: string | null;
  formula: string | null;
  rollUp: CustomField['rollUp'];
  taskTypes: string[];
  required: CustomField['required'];
};

export function useCustomFields(projectId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = customFieldsQuery(projectId);
  const path = `/api/projects/${projectId}/custom-fields`;
  const refresh = () => queryClient.invalidateQueries({ queryKey });

  const save = useMutation({
    mutationFn: ({ field, draft }: { field: CustomField | null; draft: FieldDraft }) =>
      field
        ? api.put<CustomField>(`${path}/${field.id}`, { body: draft, version: field.version })
        : api.post<CustomField>(path, { body: draft }),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`${path}/${id}`),
    // Tasks show their values, so the open ones are asked again.
    onSuccess: () => Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: ['tasks', 'detail'] })]),
  });
  return { save, remove };
}
