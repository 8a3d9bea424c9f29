import { useQuery } from '@tanstack/react-query';
import { CalendarX2 } from 'lucide-react';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { rollUpQuery, useFollowProject } from '@/features/tasks/roll-up/roll-up-queries';
import { type DateOnly, dayOf, shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';

/** `3 Dec – 20 Dec`, or the one of them that is known. */
function datesText(startAt: string | null, dueAt: string | null, now: DateOnly): string | null {
  const start = startAt && shortDate(dayOf(startAt), now);
  const due = dueAt && shortDate(dayOf(dueAt), now);
  if (start && due) return start === due ? start : `${start} – ${due}`;
  if (start) return t('taskRollUp.from', { day: start });
  return due ? t('taskRollUp.until', { day: due }) : null;
}

/** What the task comes to with all that stands below it, and what of that lies outside its dates. */
export function TaskRollUp() {
  const { task, onOpenTask } = useTaskContext();
  const { data } = useQuery(rollUpQuery(task.id));
  const now = useToday();
  useFollowProject(task.projectId);
  if (!data) return null;

  const { progress, estimateMinutes, completedEstimateMinutes, earliestStart, latestDue, levels } = data;
  const { outlying, outlyingCount, isWhole } = data;
  const [done, all] = [formatMinutes(completedEstimateMinutes), formatMinutes(estimateMinutes)];
  const parts = [
    { name: t('taskRollUp.estimate'), text: estimateMinutes > 0 ? t('taskRollUp.of', { done, all }) : null },
    { name: t('taskRollUp.dates'), text: datesText(earliestStart, latestDue, now) },
    {
      name: t('taskRollUp.all'),
      text: levels > 1 ? t('taskRollUp.onLevels', { done: progress.done, count: progress.total, levels }) : null,
    },
  ].filter(({ text }) => text !== null);

  return (
    <>
      {parts.length > 0 && (
        <dl className="task-roll-up" aria-label={t('taskRollUp.title')}>
          {parts.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="tabular-nums">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {!isWhole && <p className="mb-2 text-xs text-ink-3">{t('taskRollUp.cut')}</p>}
      {outlying.length > 0 && (
        <div className="task-roll-up-note" role="note">
          <CalendarX2 size={14} aria-hidden="true" />
          <span className="min-w-0 flex-1">
            {t('taskRollUp.outlying', { count: outlyingCount })}{' '}
            {outlying.map((other) => (
              <button key={other.id} type="button" title={other.title} onClick={() => onOpenTask(other.key)}>
                {other.key} ({datesText(other.startAt, other.dueAt, now)})
              </button>
            ))}
          </span>
        </div>
      )}
    </>
  );
}
