import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/api-error';
import { api } from '@/api/client';
import type { Workflow, WorkflowState } from '@/api/types';
import { workflowQuery } from '@/features/projects/project-queries';

export type Edit = (states: readonly WorkflowState[]) => WorkflowState[];
/** By the key of a state that goes: the one that takes over its tasks. */
export type Mapping = Readonly<Record<string, string>>;
type Change = { edit: Edit; mapping?: Mapping };

const MOST_TRIES = 3;
const sorted = (workflow: Workflow) => [...workflow.states].sort((a, b) => a.order - b.order);

/**
 * Replaces the workflow by what an edit makes of it. The whole is sent, so it is sent on the version that was read; when
 * somebody else was faster, the edit is done again to theirs.
 */
export function useEditWorkflow(projectId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = workflowQuery(projectId);
  const path = `/api/projects/${projectId}/workflow`;

  const save = async ({ edit, mapping }: Change): Promise<Workflow> => {
    for (let tries = 1; ; tries++) {
      const known = await api.get<Workflow>(path);
      try {
        return await api.put<Workflow>(path, {
          body: { states: edit(sorted(known)), mapping },
          version: known.version,
        });
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 412 || tries >= MOST_TRIES) throw error;
      }
    }
  };

  return useMutation({
    mutationFn: save,
    onMutate: ({ edit }) => {
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (known) => known && { ...known, states: edit(sorted(known)) });
      return { before };
    },
    onError: (_error, _change, context) => queryClient.setQueryData(queryKey, context?.before),
    onSuccess: (workflow) => {
      queryClient.setQueryData(queryKey, workflow);
      // Its states are the columns of the board.
      return queryClient.invalidateQueries({ queryKey: ['board'] });
    },
  });
}
