import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Milestone } from '@/api/types';
import { useMilestones } from '@/features/milestones/milestone-changes';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';

type Props = { projectId: string; milestone: Milestone | null; onClose: () => void };

export function MilestoneDialog({ projectId, milestone, onClose }: Props) {
  const { save } = useMilestones(projectId);
  const [name, setName] = useState(milestone?.name ?? '');
  const [description, setDescription] = useState(milestone?.description ?? '');
  const [startDate, setStartDate] = useState(milestone?.startDate ?? null);
  const [dueDate, setDueDate] = useState(milestone?.dueDate ?? null);
  const faults = save.error instanceof ApiError ? save.error.errors : {};

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const draft = { name: name.trim(), description: description.trim(), startDate, dueDate };
    save.mutate({ id: milestone?.id ?? null, ...draft }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={milestone ? t('milestones.editTitle', { name: milestone.name }) : t('milestones.add')}
      isOpen
      onClose={onClose}
      width={480}
    >
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('milestones.name')} errors={faults.name}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field label={t('milestones.start')} errors={faults.startDate}>
            {({ id }) => (
              <span className="date-setting">
                <DateField id={id} label={t('milestones.start')} value={startDate} onChange={setStartDate} />
              </span>
            )}
          </Field>
          <Field label={t('milestones.due')} errors={faults.dueDate}>
            {({ id }) => (
              <span className="date-setting">
                <DateField id={id} label={t('milestones.due')} value={dueDate} onChange={setDueDate} />
              </span>
            )}
          </Field>
        </div>
        <Field label={t('milestones.description')} errors={faults.description}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={4000}
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
        {save.error && Object.keys(faults).length === 0 && (
          <p role="alert" className="text-xs text-danger">
            {t('milestones.saveFailed', { reason: reasonOf(save.error) })}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={save.isPending} disabled={!name.trim()}>
            {t(milestone ? 'milestones.save' : 'milestones.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
