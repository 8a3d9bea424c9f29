import { type FormEvent, useState } from 'react';
import type { WorkflowState } from '@/api/types';
import type { Edit, Mapping } from '@/features/project-settings/workflow/workflow-queries';
import { heirOf, removed } from '@/features/project-settings/workflow/workflow-state';
import { announce } from '@/lib/announce';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

type Props = {
  state: WorkflowState;
  states: readonly WorkflowState[];
  onEdit: (edit: Edit, mapping: Mapping) => void;
  onClose: () => void;
};

/** Asks where the tasks of a state go before it is deleted. */
export function RemoveStateDialog({ state: { key, name }, states, onEdit, onClose }: Props) {
  const [into, setInto] = useState(() => heirOf(states, key)?.key ?? '');
  const others = states.filter((other) => other.key !== key);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    onEdit((known) => removed(known, key, into), { [key]: into });
    const heir = others.find((other) => other.key === into);
    announce(t('workflow.deleted', { name, into: heir?.name ?? into }));
    onClose();
  };
  return (
    <Dialog title={t('workflow.delete', { name })} isOpen onClose={onClose} width={420}>
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('workflow.into')} hint={t('workflow.deleteText')}>
          {(control) => (
            <Select
              {...control}
              value={into}
              options={others.map((other) => ({ value: other.key, label: other.name }))}
              onChange={setInto}
            />
          )}
        </Field>
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="danger" type="submit">
            {t('workflow.deleteNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
