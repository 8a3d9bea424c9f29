import type { WorkflowState } from '@/api/types';
import type { Approver } from '@/features/project-settings/workflow/state-rules-dialog';
import { fieldName, listWords } from '@/features/tasks/field-words';
import { t } from '@/lib/i18n';
import '@/lib/i18n-task';

type Props = { state: WorkflowState; states: readonly WorkflowState[]; people: readonly Approver[] };

/** The rules of a state in words: what a task must have, who approves, and who moves it on. Nothing where there are none. */
export function StateRuleLine({ state: { requiredFields = [], approval, guards = [] }, states, people }: Props) {
  const names = (ids: readonly string[]) =>
    listWords(ids.map((id) => people.find((person) => person.userId === id)?.displayName ?? '…'));
  const parts = [
    requiredFields.length > 0 && t('workflow.ruleFields', { fields: listWords(requiredFields.map(fieldName)) }),
    approval && t('workflow.ruleApproval', { needed: approval.needed, names: names(approval.approverIds) }),
    ...guards.map(({ to, role }) => {
      const name = states.find(({ key }) => key === to)?.name ?? to;
      return `${t('workflow.to', { name })}: ${t(role === 'owner' ? 'workflow.owner' : 'workflow.managers')}`;
    }),
  ].filter(Boolean);
  return parts.length > 0 ? <span className="state-rules">{parts.join(' · ')}</span> : null;
}
