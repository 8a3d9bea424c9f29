import { type FormEvent, useId, useState } from 'react';
import { reasonOf } from '@/api/reason';
import { type EntryDraft, useEntries } from '@/features/time/entry-queries';
import { parseMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { DateField } from '@/ui/date-field';
import { Input } from '@/ui/input';

type Props = { projectId: string; taskId: string | null; onLogged?: (entry: EntryDraft) => void };

/** Time that was spent, written down by hand: how long, on which day, on what. */
export function LogForm({ projectId, taskId, onLogged }: Props) {
  const now = useToday();
  const { log } = useEntries();
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [date, setDate] = useState(now);
  const [billable, setBillable] = useState(false);
  const billableId = useId();
  const minutes = parseMinutes(text);
  const isFine = minutes !== null && minutes > 0 && minutes <= 24 * 60;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isFine) return;
    const draft = { taskId, minutes, date, note: note.trim(), billable };
    log.mutate(
      { projectId, ...draft },
      {
        onSuccess: () => {
          setText('');
          setNote('');
          onLogged?.(draft);
        },
      },
    );
  };
  return (
    <form className="log-form" onSubmit={handleSubmit}>
      <Input
        className="log-minutes"
        aria-label={t('time.howLong')}
        placeholder={t('time.howLongHint')}
        aria-invalid={(text.trim() !== '' && !isFine) || undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <DateField label={t('time.day')} value={date} onChange={(day) => setDate(day ?? now)} />
      <Input
        className="log-note"
        aria-label={t('time.note')}
        placeholder={t('time.note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <span className="log-billable">
        <Checkbox id={billableId} isChecked={billable} onChange={setBillable} />
        <label htmlFor={billableId}>{t('time.billable')}</label>
      </span>
      <Button variant="primary" type="submit" isBusy={log.isPending} disabled={!isFine}>
        {t('time.log')}
      </Button>
      {log.error && (
        <p role="alert" className="w-full text-xs text-danger">
          {t('time.logFailed', { reason: reasonOf(log.error) })}
        </p>
      )}
    </form>
  );
}
