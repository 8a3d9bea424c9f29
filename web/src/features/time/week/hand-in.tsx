import type { Project, TimeEntry, TimeSheet } from '@/api/types';
import { ProjectMark } from '@/features/projects/project-mark';
import { mayEditTasks } from '@/features/projects/project-rights';
import { totalOf } from '@/features/time/entry-queries';
import { SheetBadge } from '@/features/time/sheets/sheet-badge';
import { useToldSteps } from '@/features/time/sheets/use-told-steps';
import { dayOf, shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';

type Props = {
  projects: readonly Project[];
  entries: readonly TimeEntry[];
  sheets: ReadonlyMap<string, TimeSheet>;
};

const isReady = ({ state }: TimeSheet) => state === 'open' || state === 'rejected';

/** What of a week is handed in for approval, project by project, and what came of it. */
export function HandIn({ projects, entries, sheets }: Props) {
  const now = useToday();
  const { take, isPending } = useToldSteps();
  const lines = projects.flatMap((project) => {
    const sheet = sheets.get(project.id);
    return sheet ? [{ project, sheet, mayStep: mayEditTasks(project) && project.state === 'active' }] : [];
  });
  const ready = lines.filter(({ sheet, mayStep }) => mayStep && isReady(sheet)).map(({ sheet }) => sheet);
  if (lines.length === 0) return null;

  const handIn = (chosen: readonly TimeSheet[], name: string) => {
    const back = { label: t('ui.undo'), step: 'reopen', text: t('sheets.takenBack', { name }) } as const;
    take(chosen, 'submit', { text: t('sheets.handedIn', { name }), back });
  };
  const takeBack = (sheet: TimeSheet, name: string) => {
    const back = { label: t('ui.undo'), step: 'submit', text: t('sheets.handedIn', { name }) } as const;
    take([sheet], 'reopen', { text: t('sheets.takenBack', { name }), back });
  };
  const what = ({ state, submittedAt, decidedAt, reason }: TimeSheet): string => {
    const day = (instant: string | null) => (instant ? shortDate(dayOf(instant), now) : '');
    if (state === 'rejected') return t('sheets.why', { reason: reason ?? '' });
    if (state === 'approved') return t('sheets.approvedOn', { day: day(decidedAt) });
    return state === 'submitted' ? t('sheets.submittedOn', { day: day(submittedAt) }) : '';
  };
  return (
    <section className="hand-in" aria-labelledby="hand-in-title">
      <header>
        <div className="min-w-0 flex-1">
          <h3 id="hand-in-title">{t('sheets.handIn')}</h3>
          <p>{t('sheets.handInText')}</p>
        </div>
        {ready.length > 1 && (
          <Button variant="primary" isBusy={isPending} onClick={() => handIn(ready, t('sheets.theWeek'))}>
            {t('sheets.handInAll')}
          </Button>
        )}
      </header>
      <ul className="sheet-lines">
        {lines.map(({ project, sheet, mayStep }) => (
          <li key={project.id} className="sheet-line">
            <ProjectMark project={project} size={12} />
            <span className="sheet-name">{project.name}</span>
            <span className="sheet-time">
              {formatMinutes(totalOf(entries.filter((entry) => entry.projectId === project.id)))}
            </span>
            <SheetBadge state={sheet.state} />
            <span className="sheet-note">{what(sheet)}</span>
            {mayStep && isReady(sheet) && (
              <Button
                variant={ready.length === 1 ? 'primary' : 'default'}
                isBusy={isPending}
                aria-label={t(sheet.state === 'rejected' ? 'sheets.againOne' : 'sheets.handInOne', {
                  name: project.name,
                })}
                onClick={() => handIn([sheet], project.name)}
              >
                {t(sheet.state === 'rejected' ? 'sheets.again' : 'sheets.handIn')}
              </Button>
            )}
            {mayStep && sheet.state === 'submitted' && (
              <Button
                variant="ghost"
                isBusy={isPending}
                aria-label={t('sheets.takeBackOne', { name: project.name })}
                onClick={() => takeBack(sheet, project.name)}
              >
                {t('sheets.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
