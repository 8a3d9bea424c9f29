import { useQueries } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ApiError } from '@/api/api-error';
import type { Project } from '@/api/types';
import { mayEditTasks } from '@/features/projects/project-rights';
import { useLivePartsOfAll } from '@/features/projects/use-live-parts';
import { useTaskNames } from '@/features/tasks/use-task-names';
import { entriesQuery, totalOf } from '@/features/time/entry-queries';
import { timeKeys } from '@/features/time/timer-queries';
import { AddSheetRow } from '@/features/time/week/add-sheet-row';
import { HandIn } from '@/features/time/week/hand-in';
import { SheetLine } from '@/features/time/week/sheet-line';
import { type SheetRow, sheetRows, weekOf } from '@/features/time/week/sheet-rows';
import { useOwnSheets } from '@/features/time/week/use-own-sheets';
import { addDays, type DateOnly, mondayOf, shortDate, weekdayName } from '@/lib/dates';
import { clockMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import { useToday } from '@/lib/use-today';
import '@/styles/planning.css';
import '@/styles/time-sheets.css';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { IconButton } from '@/ui/icon-button';
import { Skeleton } from '@/ui/skeleton';

type Extra = { projectId: string; taskId: string | null };
type Props = {
  projects: readonly Project[];
  week: DateOnly | undefined;
  onWeek: (monday: DateOnly | undefined) => void;
};

const sumOfDay = (rows: readonly SheetRow[], index: number) =>
  rows.reduce((sum, row) => sum + totalOf(row.days[index] ?? []), 0);

/** One's own time of a week: projects and tasks down, days across, typed in place. */
export function WeekSheet({ projects, week, onWeek }: Props) {
  const now = useToday();
  const monday = mondayOf(week ?? now);
  const days = weekOf(monday);
  const sunday = addDays(monday, 6);
  const [extra, setExtra] = useState<readonly Extra[]>([]);
  const loads = useQueries({
    queries: projects.map((project) => entriesQuery(project.id, { userId: 'me', from: monday, to: sunday })),
    combine: (results) => ({
      entries: results.flatMap((result) => result.data ?? []),
      isPending: results.some((result) => result.isPending),
      error: results.find((result) => result.error)?.error ?? null,
      retry: () => void Promise.all(results.map((result) => result.refetch())),
    }),
  });
  const rows = useMemo(() => sheetRows(loads.entries, extra, monday), [loads.entries, extra, monday]);
  const tasks = useTaskNames(rows.map((row) => row.taskId));
  const used = [...new Set(loads.entries.map((entry) => entry.projectId))];
  const sheets = useOwnSheets(used, monday);
  useLivePartsOfAll(used, timeKeys.all, 'time_sheet');
  const writable = projects.filter((project) => mayEditTasks(project) && project.state === 'active');
  const addable = writable.filter((project) => sheets.get(project.id)?.state !== 'approved');

  const step = (by: number) => {
    const next = addDays(monday, 7 * by);
    onWeek(next === mondayOf(now) ? undefined : next);
  };
  return (
    <>
      <div className="sheet-bar">
        <IconButton label={t('time.weekBefore')} onClick={() => step(-1)}>
          <ChevronLeft size={16} className="rtl:-scale-x-100" />
        </IconButton>
        <h2 className="tabular-nums" aria-live="polite">
          {shortDate(monday, now)} – {shortDate(sunday, now)}
        </h2>
        <IconButton label={t('time.weekAfter')} onClick={() => step(1)}>
          <ChevronRight size={16} className="rtl:-scale-x-100" />
        </IconButton>
        {monday !== mondayOf(now) && (
          <Button variant="ghost" onClick={() => onWeek(undefined)}>
            {t('time.thisWeek')}
          </Button>
        )}
      </div>
      {loads.error && (
        <ErrorState
          title={t('time.loadFailedTitle')}
          traceId={loads.error instanceof ApiError ? loads.error.traceId : null}
          onRetry={loads.retry}
        />
      )}
      {loads.isPending && !loads.error && <Skeleton height={220} />}
      {!loads.isPending && !loads.error && (
        <div className="sheet-scroll">
          <table className="sheet-table">
            <caption className="sr-only">{t('time.sheet')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('time.what')}</th>
                {days.map((day) => (
                  <th key={day} scope="col" data-now={day === now}>
                    {weekdayName(day)}
                  </th>
                ))}
                <th scope="col">{t('time.sum')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const project = projects.find((candidate) => candidate.id === row.projectId);
                return (
                  <SheetLine
                    key={row.key}
                    row={row}
                    days={days}
                    now={now}
                    project={project}
                    task={row.taskId ? tasks.get(row.taskId) : undefined}
                    mayEdit={project !== undefined && writable.includes(project)}
                    isLocked={sheets.get(row.projectId)?.state === 'approved'}
                  />
                );
              })}
              {rows.length === 0 && (
                <tr>
                  <td colSpan={9} className="sheet-empty">
                    {t('time.sheetEmpty')}
                  </td>
                </tr>
              )}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('time.sum')}</th>
                {days.map((day, index) => {
                  const sum = sumOfDay(rows, index);
                  return (
                    <td key={day} className="sheet-sum" data-now={day === now}>
                      {sum > 0 ? clockMinutes(sum) : '–'}
                    </td>
                  );
                })}
                <td className="sheet-sum">
                  <strong>{clockMinutes(totalOf(rows.flatMap((row) => row.days.flat())))}</strong>
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {addable.length > 0 && <AddSheetRow projects={addable} onAdd={(added) => setExtra([...extra, added])} />}
      {!loads.isPending && !loads.error && <HandIn projects={projects} entries={loads.entries} sheets={sheets} />}
    </>
  );
}
