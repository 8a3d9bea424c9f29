import type { Task } from '@/api/types';
import type { FakeAnswer } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';

/** Why the workflow keeps a task out of a state: what it lacks first, then the approval. Null where nothing does. */
export function refusalOf({ states }: FakeState, task: Task, status: string | undefined): FakeAnswer | null {
  const column = states.find(({ key }) => key === status);
  if (!column || status === task.status) return null;
  const refuse = (body: Record<string, unknown>): FakeAnswer => ({ status: 422, body: { status: 422, ...body } });
  const fields = (column.requiredFields ?? []).filter((field) => !Reflect.get(task, field));
  if (fields.length > 0) return refuse({ code: 'fields_required', detail: 'Raw.', fields });
  return column.approval ? refuse({ code: 'approval_required', detail: 'Raw.', to: status, ...column.approval }) : null;
}
