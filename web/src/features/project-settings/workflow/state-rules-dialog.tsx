import { type FormEvent, useState } from 'react';
import type { Member, WorkflowState } from '@/api/types';
import { REQUIRABLE, rulesOf, type StateRules, withRules } from '@/features/project-settings/workflow/state-rules';
import { targetsOf } from '@/features/project-settings/workflow/workflow-state';
import { fieldName } from '@/features/tasks/field-words';
import { t } from '@/lib/i18n';
import '@/lib/i18n-task';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Combobox } from '@/ui/combobox';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

/** Somebody who can be asked to approve. */
export type Approver = Pick<Member, 'userId' | 'displayName' | 'avatarUrl'>;

type Props = {
  people: readonly Approver[];
  state: WorkflowState;
  states: readonly WorkflowState[];
  onEdit: (edit: (states: readonly WorkflowState[]) => WorkflowState[]) => void;
  onClose: () => void;
};

/** What a task must have before it enters a state, who approves, and who moves it on. */
export function StateRulesDialog({ people, state, states, onEdit, onClose }: Props) {
  const [rules, setRules] = useState(() => rulesOf(state));
  const change = (fields: Partial<StateRules>) => setRules((known) => ({ ...known, ...fields }));
  const { requiredFields, approverIds, needed, roles } = rules;
  const names = approverIds.map((id) => people.find((person) => person.userId === id)?.displayName ?? '…');
  const counts = approverIds.map((_id, index) => String(index + 1));
  const roleOptions = [
    { value: '', label: t('workflow.everyone') },
    { value: 'manager', label: t('workflow.managers') },
    { value: 'owner', label: t('workflow.owner') },
  ];

  const handleField = (field: string, isWanted: boolean) =>
    change({
      requiredFields: isWanted ? [...requiredFields, field] : requiredFields.filter((other) => other !== field),
    });
  const handleRole = (to: string, role: string) => {
    const { [to]: _before, ...others } = roles;
    change({ roles: role ? { ...others, [to]: role } : others });
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    onEdit((known) => withRules(known, state.key, rules));
    onClose();
  };
  return (
    <Dialog title={t('workflow.rulesOf', { name: state.name })} isOpen onClose={onClose} width={520}>
      <form className="grid gap-5" onSubmit={handleSubmit}>
        <fieldset>
          <legend className="mb-1.5 font-medium">{t('workflow.required')}</legend>
          <div className="grid grid-cols-2 gap-x-3 sm:grid-cols-3">
            {REQUIRABLE.map((field) => (
              <label key={field} htmlFor={`needs-${field}`} className="move-choice !px-0">
                <Checkbox
                  id={`needs-${field}`}
                  isChecked={requiredFields.includes(field)}
                  onChange={(isWanted) => handleField(field, isWanted)}
                />
                {fieldName(field)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <Field label={t('workflow.approvers')} hint={t('workflow.approversHint')}>
            {(control) => (
              <Combobox
                label={t('workflow.approvers')}
                isMultiple
                options={people.map(({ userId, displayName, avatarUrl }) => ({
                  value: userId,
                  label: displayName,
                  icon: <Avatar id={userId} name={displayName} imageUrl={avatarUrl} size={20} isDecorative />,
                }))}
                chosen={approverIds}
                onChange={(chosen) => change({ approverIds: chosen })}
                trigger={
                  <Button id={control.id} className="picker !justify-start">
                    <span className="truncate">{names.join(', ') || t('workflow.noApproval')}</span>
                  </Button>
                }
              />
            )}
          </Field>
          {approverIds.length > 0 && (
            <Field label={t('workflow.needed')}>
              {(control) => (
                <Select
                  {...control}
                  value={String(Math.min(needed, approverIds.length))}
                  options={counts.map((value) => ({ value, label: value }))}
                  onChange={(value) => change({ needed: Number(value) })}
                />
              )}
            </Field>
          )}
        </div>
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-medium">{t('workflow.whoMoves', { name: state.name })}</legend>
          {targetsOf(states, state.key).map((target) => {
            const name = states.find((other) => other.key === target)?.name ?? target;
            return (
              <label key={target} htmlFor={`role-${target}`} className="grid grid-cols-2 items-center gap-3">
                <span className="truncate text-ink-2">{t('workflow.to', { name })}</span>
                <Select
                  id={`role-${target}`}
                  value={roleOptions.some(({ value }) => value === roles[target]) ? (roles[target] ?? '') : ''}
                  options={roleOptions}
                  onChange={(role) => handleRole(target, role)}
                />
              </label>
            );
          })}
        </fieldset>
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit">
            {t('workflow.saveRules')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
