import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { BulkAnswer, BulkTaskPatch, Task } from '@/api/types';
import { projectPeopleQuery, workflowQuery } from '@/features/projects/project-queries';

type Result = BulkAnswer['results'][number];

/** What a change of this one task would have been answered. */
export const errorOf = ({ status, code = '', detail = '', errors = {}, extensions = {} }: Result): ApiError =>
  new ApiError(status, code, detail, errors, null, null, extensions);

/** Why one of many tasks was not changed: in the words of the screen where the workflow refuses its status. */
export async function refusalOf(
  queryClient: QueryClient,
  error: unknown,
  task: Task,
  { status }: BulkTaskPatch,
): Promise<string> {
  if (!status || !(error instanceof ApiError)) return reasonOf(error);
  const [{ statusRefusal }] = await Promise.all([
    import('@/features/tasks/approvals/status-refusal'),
    import('@/lib/i18n-task'),
  ]);
  const workflow = queryClient.getQueryData(workflowQuery(task.projectId).queryKey);
  const people = queryClient.getQueryData(projectPeopleQuery(task.projectId).queryKey) ?? [];
  const members = people.filter((person) => person.state === 'active');
  return statusRefusal(error, { task, status, states: workflow?.states ?? [], members }) ?? reasonOf(error);
}
