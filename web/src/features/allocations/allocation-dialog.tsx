import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Allocation, Member } from '@/api/types';
import { useAllocations } from '@/features/allocations/allocation-queries';
import { addDays, type DateOnly, mondayOf } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type Props = {
  projectId: string;
  members: readonly Member[];
  allocation: Allocation | null;
  /** Where a new one begins. */
  from: DateOnly;
  onClose: () => void;
};

export function AllocationDialog({ projectId, members, allocation, from, onClose }: Props) {
  const { save } = useAllocations(projectId);
  const monday = mondayOf(from);
  const [userId, setUserId] = useState(allocation?.userId ?? members[0]?.userId ?? '');
  const [hours, setHours] = useState(allocation ? String(allocation.hoursPerWeek) : '20');
  const [first, setFirst] = useState(allocation?.from ?? monday);
  const [last, setLast] = useState(allocation?.to ?? addDays(monday, 25));
  const faults = save.error instanceof ApiError ? save.error.errors : {};

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const hoursPerWeek = Number(hours.replace(',', '.'));
    save.mutate({ id: allocation?.id ?? null, userId, hoursPerWeek, from: first, to: last }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t(allocation ? 'workload.editTitle' : 'workload.add')} isOpen onClose={onClose} width={420}>
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('workload.person')} errors={faults.userId}>
          {(control) => (
            <Select
              {...control}
              value={userId}
              options={members.map((member) => ({ value: member.userId, label: member.displayName }))}
              onChange={setUserId}
            />
          )}
        </Field>
        <Field label={t('workload.hours')} errors={faults.hoursPerWeek}>
          {(control) => (
            <Input
              {...control}
              className="max-w-32"
              inputMode="decimal"
              required
              value={hours}
              onChange={(event) => setHours(event.target.value)}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field label={t('workload.from')} errors={faults.from}>
            {({ id }) => (
              <span className="date-setting">
                <DateField id={id} label={t('workload.from')} value={first} onChange={(day) => day && setFirst(day)} />
              </span>
            )}
          </Field>
          <Field label={t('workload.to')} errors={faults.to}>
            {({ id }) => (
              <span className="date-setting">
                <DateField id={id} label={t('workload.to')} value={last} onChange={(day) => day && setLast(day)} />
              </span>
            )}
          </Field>
        </div>
        {save.error && Object.keys(faults).length === 0 && (
          <p role="alert" className="text-xs text-danger">
            {t('workload.failed', { reason: reasonOf(save.error) })}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={save.isPending} disabled={!Number(hours.replace(',', '.'))}>
            {t('workload.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
