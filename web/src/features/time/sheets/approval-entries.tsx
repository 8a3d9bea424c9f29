import type { PricedEntry } from '@/api/types';
import { useTaskNames } from '@/features/tasks/use-task-names';
import { EntryTask } from '@/features/time/entry-task';
import { weekdayName } from '@/lib/dates';
import { clockMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { sumMoney } from '@/lib/money';

/** What a week consists of, to be read before it is approved. */
export function ApprovalEntries({ entries }: { entries: readonly PricedEntry[] }) {
  const tasks = useTaskNames(entries.map((entry) => entry.taskId));
  if (entries.length === 0) return <p className="sheet-empty-week">{t('sheets.noEntries')}</p>;
  return (
    <ul className="entries sheet-entries">
      {[...entries].reverse().map((entry) => {
        return (
          <li key={entry.id} className="entry">
            <span className="sheet-day tabular-nums">{weekdayName(entry.date)}</span>
            <EntryTask taskId={entry.taskId} task={tasks.get(entry.taskId ?? '')} />
            <span className="min-w-0 flex-1 truncate text-ink-3">{entry.note}</span>
            <span className="entry-minutes">{clockMinutes(entry.minutes)}</span>
            <span className="sheet-amount">{sumMoney([entry])}</span>
          </li>
        );
      })}
    </ul>
  );
}
