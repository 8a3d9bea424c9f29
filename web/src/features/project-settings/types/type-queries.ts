import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/api-error';
import { api } from '@/api/client';
import type { TaskType, TaskTypes } from '@/api/types';
import { customFieldsQuery } from '@/features/projects/custom-field-queries';
import { taskTypesQuery } from '@/features/projects/task-type-queries';

export type EditTypes = (types: readonly TaskType[]) => TaskType[];

const MOST_TRIES = 3;

/**
 * Replaces the types by what an edit makes of them. The whole is sent, so it is sent on the version that was read; when
 * somebody else was faster, the edit is done again to theirs.
 */
export function useEditTypes(projectId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = taskTypesQuery(projectId);
  const path = `/api/projects/${projectId}/task-types`;

  const save = async (edit: EditTypes): Promise<TaskTypes> => {
    for (let tries = 1; ; tries++) {
      const known = await api.get<TaskTypes>(path);
      try {
        return await api.put<TaskTypes>(path, { body: { types: edit(known.types) }, version: known.version });
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 412 || tries >= MOST_TRIES) throw error;
      }
    }
  };

  return useMutation({
    mutationFn: save,
    onMutate: (edit) => {
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (known) => known && edit(known));
      return { before };
    },
    onError: (_error, _edit, context) => queryClient.setQueryData(queryKey, context?.before),
    onSuccess: ({ types }) => {
      queryClient.setQueryData(queryKey, types);
      // The fields that belonged to a type which is gone belong to others now.
      return queryClient.invalidateQueries({ queryKey: customFieldsQuery(projectId).queryKey });
    },
  });
}
