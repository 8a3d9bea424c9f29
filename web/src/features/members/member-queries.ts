import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AddedMember } from '@/api/account-types';
import { api } from '@/api/client';
import type { Invitee, Member, Project, ProjectRole } from '@/api/types';
import { projectKeys, projectPeopleQuery } from '@/features/projects/project-queries';

export function useMembers(projectId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = projectPeopleQuery(projectId);
  const path = `/api/projects/${projectId}/members`;
  const refresh = () => queryClient.invalidateQueries({ queryKey });
  const refreshProjects = () => queryClient.invalidateQueries({ queryKey: projectKeys.all, exact: true });

  const patch = (change: (known: (Member | Invitee)[]) => (Member | Invitee)[]) => {
    const before = queryClient.getQueryData(queryKey);
    queryClient.setQueryData(queryKey, (known) => known && change(known));
    return { before };
  };

  const add = useMutation({
    mutationFn: (body: { email: string; role: ProjectRole }) => api.post<AddedMember>(path, { body }),
    onSuccess: () => Promise.all([refresh(), refreshProjects()]),
  });
  const changeRole = useMutation({
    mutationFn: ({ userId, role }: { userId: string; role: ProjectRole }) =>
      api.put<Member>(`${path}/${userId}`, { body: { role } }),
    onMutate: ({ userId, role }) =>
      patch((known) => known.map((person) => (person.userId === userId ? { ...person, role } : person))),
    onError: (_error, _change, context) => queryClient.setQueryData(queryKey, context?.before),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (userId: string) => api.delete(`${path}/${userId}`),
    onMutate: (userId) => patch((known) => known.filter((member) => member.userId !== userId)),
    onError: (_error, _userId, context) => queryClient.setQueryData(queryKey, context?.before),
    onSettled: () => Promise.all([refresh(), refreshProjects()]),
  });
  const takeBack = useMutation({
    mutationFn: (invitationId: string) => api.delete(`/api/projects/${projectId}/invitations/${invitationId}`),
    onSettled: refresh,
  });
  /** Oneself: nothing is drawn before the answer, for the page goes with it. */
  const leave = useMutation({
    mutationFn: (userId: string) => api.delete(`${path}/${userId}`),
    onSuccess: refreshProjects,
  });
  const handOver = useMutation({
    mutationFn: (userId: string) => api.post<Project>(`/api/projects/${projectId}/transfer`, { body: { userId } }),
    onSuccess: () => Promise.all([refresh(), refreshProjects()]),
  });
  return { add, changeRole, remove, takeBack, leave, handOver };
}
