import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Cycle } from '@/api/types';
import { useCycles } from '@/features/cycles/cycle-queries';
import { addDays, type DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';

/** Two weeks, unless somebody says otherwise. */
const USUAL_DAYS = 13;

type Props = {
  projectId: string;
  cycle: Cycle | null;
  /** When a new one begins, and what it is called. */
  proposal: { name: string; startDate: DateOnly };
  onClose: () => void;
};

export function CycleDialog({ projectId, cycle, proposal, onClose }: Props) {
  const { save } = useCycles(projectId);
  const [name, setName] = useState(cycle?.name ?? proposal.name);
  const [goal, setGoal] = useState(cycle?.goal ?? '');
  const [startDate, setStartDate] = useState(cycle?.startDate ?? proposal.startDate);
  const [endDate, setEndDate] = useState(cycle?.endDate ?? addDays(proposal.startDate, USUAL_DAYS));
  const faults = save.error instanceof ApiError ? save.error.errors : {};

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const draft = { name: name.trim(), goal: goal.trim(), startDate, endDate };
    save.mutate({ id: cycle?.id ?? null, ...draft }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={cycle ? t('cycles.editTitle', { name: cycle.name }) : t('cycles.add')}
      isOpen
      onClose={onClose}
      width={480}
    >
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('cycles.name')} errors={faults.name}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field label={t('cycles.start')} errors={faults.startDate}>
            {({ id }) => (
              <span className="date-setting">
                <DateField
                  id={id}
                  label={t('cycles.start')}
                  value={startDate}
                  onChange={(day) => day && setStartDate(day)}
                />
              </span>
            )}
          </Field>
          <Field label={t('cycles.end')} errors={faults.endDate}>
            {({ id }) => (
              <span className="date-setting">
                <DateField id={id} label={t('cycles.end')} value={endDate} onChange={(day) => day && setEndDate(day)} />
              </span>
            )}
          </Field>
        </div>
        <Field label={t('cycles.goal')} hint={t('cycles.goalHint')} errors={faults.goal}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={2000}
              value={goal}
              onChange={(event) => setGoal(event.target.value)}
            />
          )}
        </Field>
        {save.error && Object.keys(faults).length === 0 && (
          <p role="alert" className="text-xs text-danger">
            {t('cycles.saveFailed', { reason: reasonOf(save.error) })}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={save.isPending} disabled={!name.trim()}>
            {t(cycle ? 'cycles.save' : 'cycles.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
