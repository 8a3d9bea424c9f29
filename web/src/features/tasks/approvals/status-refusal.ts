import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Member, Task, WorkflowState } from '@/api/types';
import { fieldName, listWords, personName } from '@/features/tasks/field-words';
import { t } from '@/lib/i18n';

type Context = {
  /** As it is on the screen: what was filled since is not asked for again. */
  task: Task;
  /** The key of the state that it was to enter. */
  status: string;
  states: readonly WorkflowState[];
  members: readonly Member[];
};

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const titles = (steps: unknown): string[] =>
  Array.isArray(steps) ? steps.flatMap((step: { title?: unknown }) => (step?.title ? [`“${step.title}”`] : [])) : [];

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '' && value !== 'none';

/** The value of a member of a task, or of a field that its project has made. */
const memberOf = (task: Task, field: string): unknown => Reflect.get(task, field) ?? task.customFields?.[field];

const namesOf = (ids: readonly string[], members: readonly Member[]) =>
  listWords(ids.map((id) => personName(id, members)));

/** Whether the workflow of the project is what stands in the way of a status. */
export const isStatusRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.status === 422 || error.status === 403);

/** Who has to approve that a task enters a state. */
export const approvalText = (
  state: Pick<WorkflowState, 'name' | 'approval'>,
  members: readonly Member[],
  needs = state.approval,
): string =>
  t('approvals.needs', {
    status: state.name,
    needed: needs?.needed ?? 1,
    names: namesOf(needs?.approverIds ?? [], members),
  });

/** Why a task cannot have a status, in one sentence; null once what was missing is there. */
export function statusRefusal(error: unknown, { task, status, states, members }: Context): string | null {
  if (!isStatusRefusal(error)) return reasonOf(error);
  const { code, problem } = error;
  const nameOf = (key: string) => states.find((state) => state.key === key)?.name ?? key;
  const names = { from: nameOf(task.status), to: nameOf(status) };
  if (code === 'fields_required') {
    const missing = texts(problem.fields).filter((field) => !isFilled(memberOf(task, field)));
    return missing.length > 0 ? t('refusal.fields', { ...names, fields: listWords(missing.map(fieldName)) }) : null;
  }
  if (code === 'required_steps_open' && titles(problem.steps).length > 0) {
    return t('refusal.steps', { ...names, steps: listWords(titles(problem.steps)) });
  }
  if (code === 'approval_required') {
    const approval = { approverIds: texts(problem.approverIds), needed: Number(problem.needed) || 1 };
    return approvalText({ name: names.to, approval }, members);
  }
  if (code === 'transition_forbidden' && problem.role)
    return t('refusal.role', { ...names, role: String(problem.role) });
  if (code === 'illegal_transition' && texts(problem.legal).length > 0) {
    return t('refusal.illegal', { ...names, names: listWords(texts(problem.legal).map(nameOf)) });
  }
  return reasonOf(error);
}
