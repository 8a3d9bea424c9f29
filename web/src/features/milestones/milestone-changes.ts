import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Milestone } from '@/api/types';
import { milestonesQuery } from '@/features/projects/milestone-queries';

export type MilestoneDraft = {
  name: string;
  description: string;
  startDate: string | null;
  dueDate: string | null;
};

export function useMilestones(projectId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = milestonesQuery(projectId);
  const path = `/api/projects/${projectId}/milestones`;
  const refresh = () => queryClient.invalidateQueries({ queryKey });

  const save = useMutation({
    mutationFn: ({ id, ...draft }: MilestoneDraft & { id: string | null }) =>
      id ? api.patch<Milestone>(`${path}/${id}`, { body: draft }) : api.post<Milestone>(path, { body: draft }),
    onSuccess: refresh,
  });
  const mark = useMutation({
    mutationFn: ({ id, state }: Pick<Milestone, 'id' | 'state'>) =>
      api.patch<Milestone>(`${path}/${id}`, { body: { state } }),
    onMutate: ({ id, state }) => {
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (known) =>
        known?.map((milestone) => (milestone.id === id ? { ...milestone, state } : milestone)),
      );
      return { before };
    },
    onError: (_error, _change, context) => queryClient.setQueryData(queryKey, context?.before),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`${path}/${id}`),
    onSuccess: () => Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: ['tasks'] })]),
  });
  return { save, mark, remove };
}
