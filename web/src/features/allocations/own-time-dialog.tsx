import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { DayOff } from '@/api/types';
import { capacityQuery, daysOffQuery, useOwnTime } from '@/features/allocations/allocation-queries';
import { hoursText } from '@/features/allocations/load';
import { type DateOnly, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

const KINDS = ['vacation', 'sick', 'holiday', 'other'] as const;
const PARTS = ['all_day', 'morning', 'afternoon'] as const;

/** How much one works, and when not: one's own affair, whatever the project. */
export function OwnTimeDialog({ onClose }: { onClose: () => void }) {
  const now = useToday();
  const { data: capacity } = useQuery(capacityQuery);
  const { data: days = [] } = useQuery(daysOffQuery(now));
  const { setCapacity, take, giveBack } = useOwnTime();
  const [hours, setHours] = useState<string | null>(null);
  const fault = setCapacity.error ?? take.error ?? giveBack.error;

  const handleHours = (event: FormEvent) => {
    event.preventDefault();
    const wished = Number((hours ?? '').replace(',', '.'));
    if (hours !== null && !Number.isNaN(wished) && wished !== capacity?.hoursPerWeek) {
      setCapacity.mutate(wished, { onSuccess: () => setHours(null) });
    }
  };
  return (
    <Dialog title={t('workload.own')} isOpen onClose={onClose} width={460}>
      <div className="grid gap-4">
        <form className="flex items-end gap-2" onSubmit={handleHours}>
          <Field label={t('workload.ownHours')} errors={undefined}>
            {(control) => (
              <Input
                {...control}
                className="max-w-32"
                inputMode="decimal"
                value={hours ?? (capacity ? hoursText(capacity.hoursPerWeek) : '')}
                onChange={(event) => setHours(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" isBusy={setCapacity.isPending} disabled={hours === null}>
            {t('workload.save')}
          </Button>
        </form>
        <section aria-labelledby="days-off-title">
          <h3 id="days-off-title" className="entry-day">
            {t('workload.daysOff')}
          </h3>
          <ul className="entries">
            {days.map((entry) => (
              <DayOffRow key={entry.id} entry={entry} now={now} onRemove={() => giveBack.mutate(entry.id)} />
            ))}
          </ul>
        </section>
        <DayOffForm now={now} isBusy={take.isPending} onTake={(draft) => take.mutate(draft)} />
        {fault && (
          <p role="alert" className="text-xs text-danger">
            {t('workload.failed', { reason: reasonOf(fault) })}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function DayOffRow({ entry, now, onRemove }: { entry: DayOff; now: DateOnly; onRemove: () => void }) {
  const span =
    entry.from === entry.to
      ? shortDate(entry.from, now)
      : `${shortDate(entry.from, now)} – ${shortDate(entry.to, now)}`;
  return (
    <li className="entry">
      <span className="min-w-0 flex-1 tabular-nums">{span}</span>
      <span className="text-ink-3">
        {t(`workload.kind.${entry.kind}`)}
        {entry.part && ` · ${t(`workload.day.${entry.part}`)}`}
      </span>
      <IconButton label={t('workload.giveBack', { days: span })} onClick={onRemove}>
        <Trash2 size={14} />
      </IconButton>
    </li>
  );
}

type FormProps = {
  now: DateOnly;
  isBusy: boolean;
  onTake: (draft: { from: DateOnly; to: DateOnly; kind: DayOff['kind']; part: DayOff['part'] }) => void;
};

function DayOffForm({ now, isBusy, onTake }: FormProps) {
  const [from, setFrom] = useState(now);
  const [to, setTo] = useState(now);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('vacation');
  const [part, setPart] = useState<(typeof PARTS)[number]>('all_day');
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    onTake({ from, to: to < from ? from : to, kind, part: part === 'all_day' ? null : part });
  };
  return (
    <form className="grid grid-cols-2 gap-4" onSubmit={handleSubmit}>
      <Field label={t('workload.from')} errors={undefined}>
        {({ id }) => (
          <span className="date-setting">
            <DateField id={id} label={t('workload.from')} value={from} onChange={(day) => day && setFrom(day)} />
          </span>
        )}
      </Field>
      <Field label={t('workload.to')} errors={undefined}>
        {({ id }) => (
          <span className="date-setting">
            <DateField
              id={id}
              label={t('workload.to')}
              value={to < from ? from : to}
              onChange={(day) => day && setTo(day)}
            />
          </span>
        )}
      </Field>
      <Field label={t('workload.kind')} errors={undefined}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            options={KINDS.map((value) => ({ value, label: t(`workload.kind.${value}`) }))}
            onChange={setKind}
          />
        )}
      </Field>
      <Field label={t('workload.partOfDay')} errors={undefined}>
        {(control) => (
          <Select
            {...control}
            value={part}
            options={PARTS.map((value) => ({ value, label: t(`workload.day.${value}`) }))}
            onChange={setPart}
          />
        )}
      </Field>
      <div className="col-span-2">
        <Button type="submit" isBusy={isBusy}>
          {t('workload.takeOff')}
        </Button>
      </div>
    </form>
  );
}
