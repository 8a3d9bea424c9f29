import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { TimeEntry } from '@/api/types';
import { useEntries } from '@/features/time/entry-queries';
import { clockMinutes, parseMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

/** How long an entry is; typed over where it may be. */
export function EntryMinutes({ entry, mayEdit }: { entry: TimeEntry; mayEdit: boolean }) {
  const [typed, setTyped] = useState<string | null>(null);
  const { change } = useEntries();
  const text = clockMinutes(entry.minutes);
  if (!mayEdit) return <span className="entry-minutes">{text}</span>;

  const commit = () => {
    const minutes = typed === null ? null : parseMinutes(typed);
    setTyped(null);
    if (!minutes || minutes === entry.minutes) return;
    change.mutate(
      { entry, minutes },
      { onError: (fault) => void showToast(t('time.logFailed', { reason: reasonOf(fault) }), { tone: 'danger' }) },
    );
  };
  return (
    <input
      className="entry-minutes"
      aria-label={t('time.howLong')}
      value={typed ?? text}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}
