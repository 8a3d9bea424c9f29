import type { PricedEntry } from '@/api/types';
import { useTaskNames } from '@/features/tasks/use-task-names';
import { totalOf } from '@/features/time/entry-queries';
import { EntryRow } from '@/features/time/entry-row';
import { EntryTask } from '@/features/time/entry-task';
import { relativeDay, shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { sumMoney } from '@/lib/money';
import { useToday } from '@/lib/use-today';
import { Avatar } from '@/ui/avatar';

type Props = {
  entries: readonly PricedEntry[];
  nameOf: (userId: string) => string;
  mayEdit: (entry: PricedEntry) => boolean;
  isLocked: (entry: PricedEntry) => boolean;
};

function byDay(entries: readonly PricedEntry[]): [string, PricedEntry[]][] {
  const days = new Map<string, PricedEntry[]>();
  for (const entry of entries) days.set(entry.date, [...(days.get(entry.date) ?? []), entry]);
  return [...days];
}

/** Entries day by day, each with whose it is and what it costs where the reader is told. */
export function ProjectDays({ entries, nameOf, mayEdit, isLocked }: Props) {
  const now = useToday();
  const tasks = useTaskNames(entries.map((entry) => entry.taskId));
  const isPriced = entries.some(({ currency }) => currency !== null);
  const dayName = (day: string) => {
    const relative = relativeDay(day, now);
    return relative ? t(`ui.${relative}`) : shortDate(day, now);
  };
  return byDay(entries).map(([day, held]) => (
    <section key={day} aria-label={dayName(day)}>
      <h3 className="entry-day">
        {dayName(day)}{' '}
        <span className="tabular-nums">
          {[formatMinutes(totalOf(held)), sumMoney(held)].filter(Boolean).join(' · ')}
        </span>
      </h3>
      <ul className="entries">
        {held.map((entry) => {
          return (
            <EntryRow
              key={entry.id}
              entry={entry}
              price={isPriced ? sumMoney([entry]) : undefined}
              isLocked={isLocked(entry)}
              mayEdit={mayEdit(entry)}
              what={
                <>
                  <Avatar id={entry.userId} name={nameOf(entry.userId)} size={20} />
                  <EntryTask taskId={entry.taskId} task={tasks.get(entry.taskId ?? '')} />
                </>
              }
            />
          );
        })}
      </ul>
    </section>
  ));
}
