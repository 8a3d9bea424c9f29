import { Lock } from 'lucide-react';
import type { Project, Task } from '@/api/types';
import { ProjectMark } from '@/features/projects/project-mark';
import { totalOf } from '@/features/time/entry-queries';
import { EntryTask } from '@/features/time/entry-task';
import { SheetCell } from '@/features/time/week/sheet-cell';
import type { SheetRow } from '@/features/time/week/sheet-rows';
import { type DateOnly, weekdayName } from '@/lib/dates';
import { clockMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';

type Props = {
  row: SheetRow;
  days: readonly DateOnly[];
  now: DateOnly;
  project: Project | undefined;
  /** Null when it is gone; undefined while it is loaded. */
  task: Task | null | undefined;
  mayEdit: boolean;
  /** Approved time stands as it is. */
  isLocked: boolean;
};

/** A line of the week: what, seven days, the sum. */
export function SheetLine({ row, days, now, project, task, mayEdit, isLocked }: Props) {
  const gone = task === null ? t('time.goneTask') : '';
  const name = row.taskId ? (task?.title ?? gone) : t('time.wholeProject');
  return (
    <tr>
      <th scope="row">
        <span className="sheet-what">
          {project && <ProjectMark project={project} size={12} />}
          {!task && (
            <span className="truncate">
              {project?.name} <span className="text-ink-3">·</span>
            </span>
          )}
          <EntryTask taskId={row.taskId} task={task} />
          {isLocked && (
            <span className="sheet-lock" title={t('sheets.locked')}>
              <Lock size={13} aria-hidden="true" />
              <span className="sr-only">{t('sheets.locked')}</span>
            </span>
          )}
        </span>
      </th>
      {row.days.map((entries, index) => {
        const day = days[index] ?? '';
        return (
          <td key={day} data-now={day === now}>
            <SheetCell
              row={row}
              entries={entries}
              date={day}
              label={t('time.cell', { name, day: weekdayName(day) })}
              mayEdit={mayEdit && !isLocked}
            />
          </td>
        );
      })}
      <td className="sheet-sum">{clockMinutes(totalOf(row.days.flat()))}</td>
    </tr>
  );
}
