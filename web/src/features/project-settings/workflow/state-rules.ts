import type { WorkflowState } from '@/api/types';

/** What has to be before a task enters a state, and who moves tasks on from it. */
export type StateRules = {
  requiredFields: string[];
  approverIds: string[];
  needed: number;
  /** The role that a move takes, by the state that it leads to; left out where everybody who edits may. */
  roles: Record<string, string>;
};

/** The fields that a state can ask for, in the order in which a task shows them. */
export const REQUIRABLE = [
  'assigneeIds',
  'priority',
  'dueAt',
  'deadlineAt',
  'startAt',
  'labels',
  'milestoneId',
  'difficulty',
  'estimateMinutes',
  'durationMinutes',
  'description',
] as const;

export const rulesOf = ({ requiredFields, approval, guards }: WorkflowState): StateRules => ({
  requiredFields: [...(requiredFields ?? [])],
  approverIds: [...(approval?.approverIds ?? [])],
  needed: approval?.needed ?? 1,
  roles: Object.fromEntries((guards ?? []).map(({ to, role }) => [to, role])),
});

export const countRules = ({ requiredFields, approval, guards }: WorkflowState): number =>
  (requiredFields?.length ?? 0) + (approval ? 1 : 0) + (guards?.length ?? 0);

/** The states with other rules for one of them. Never are more approvals needed than there are approvers. */
export function withRules(states: readonly WorkflowState[], key: string, rules: StateRules): WorkflowState[] {
  const { approverIds, needed, requiredFields, roles } = rules;
  return states.map((state) => {
    if (state.key !== key) return state;
    const { approval: _approval, guards: _guards, requiredFields: _fields, ...rest } = state;
    const guards = Object.entries(roles).map(([to, role]) => ({ to, role }));
    return {
      ...rest,
      ...(guards.length > 0 && { guards }),
      ...(requiredFields.length > 0 && { requiredFields }),
      ...(approverIds.length > 0 && { approval: { approverIds, needed: Math.min(needed, approverIds.length) } }),
    };
  });
}
