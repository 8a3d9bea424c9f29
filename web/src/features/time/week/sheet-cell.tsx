import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { TimeEntry } from '@/api/types';
import { totalOf, useEntries } from '@/features/time/entry-queries';
import { EntryRow } from '@/features/time/entry-row';
import type { SheetRow } from '@/features/time/week/sheet-rows';
import type { DateOnly } from '@/lib/dates';
import { clockMinutes, parseMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { Popover } from '@/ui/popover';
import { showToast } from '@/ui/toast-store';

type Props = { row: SheetRow; entries: readonly TimeEntry[]; date: DateOnly; label: string; mayEdit: boolean };

/** One day of a line. A single entry is typed over; several are opened, because nobody else can say which is meant. */
export function SheetCell({ row, entries, date, label, mayEdit }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const { log, change, remove } = useEntries();
  const total = totalOf(entries);
  const text = total > 0 ? clockMinutes(total) : '';
  const [only] = entries;

  if (!mayEdit) return <span className="sheet-cell">{text}</span>;
  if (entries.length > 1) {
    const trigger = (
      <button
        type="button"
        className="sheet-cell"
        data-count={entries.length}
        aria-label={t('time.cellMany', { label, time: text })}
      >
        {text}
      </button>
    );
    return (
      <Popover label={label} trigger={trigger} align="end">
        <ul className="entries w-72 px-2">
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} what={null} mayEdit />
          ))}
        </ul>
      </Popover>
    );
  }
  const failed = {
    onError: (fault: unknown) =>
      void showToast(t('time.logFailed', { reason: reasonOf(fault) }), { tone: 'danger' as const }),
  };
  const minutes = typed === null ? null : typed.trim() === '' ? 0 : parseMinutes(typed);
  const commit = () => {
    setTyped(null);
    if (minutes === null || minutes === total || minutes > 24 * 60) return;
    if (!only) log.mutate({ projectId: row.projectId, taskId: row.taskId, minutes, date, note: '' }, failed);
    else if (minutes === 0) remove.mutate(only, failed);
    else change.mutate({ entry: only, minutes }, failed);
  };
  return (
    <input
      className="sheet-cell"
      aria-label={label}
      aria-invalid={(typed !== null && minutes === null) || undefined}
      placeholder="–"
      value={typed ?? text}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
