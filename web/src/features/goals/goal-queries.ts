import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { allPages } from '@/api/all-pages';
import { api } from '@/api/client';
import type { Goal } from '@/api/types';

/** The goals of a workspace with how far they are. */
export const goalsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['goals', workspaceId] as const,
    queryFn: ({ signal }) => allPages<Goal>('/api/goals', { query: { workspaceId }, signal }),
  });

export type GoalDraft = Pick<Goal, 'name' | 'description' | 'dueDate' | 'parentId'> & {
  projectIds: string[];
  milestoneIds: string[];
};

export function useGoals(workspaceId: string) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: goalsQuery(workspaceId).queryKey });

  const save = useMutation({
    mutationFn: ({ goal, draft }: { goal: Goal | null; draft: GoalDraft }) =>
      goal
        ? api.patch<Goal>(`/api/goals/${goal.id}`, { body: draft, version: goal.version })
        : api.post<Goal>('/api/goals', { body: { ...draft, workspaceId } }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`/api/goals/${id}`),
    onSuccess: refresh,
  });
  return { save, remove };
}
