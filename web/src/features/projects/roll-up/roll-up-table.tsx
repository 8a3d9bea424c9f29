import { Link } from '@tanstack/react-router';
import type { Project, RollUp, RollUpShare } from '@/api/types';
import { ProjectMark } from '@/features/projects/project-mark';
import { dayOf, shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import '@/lib/i18n-list';
import '@/styles/roll-up.css';
import { useToday } from '@/lib/use-today';
import { Progress } from '@/ui/progress';

type Props = { rollUp: RollUp; projects: readonly Project[]; name: string };
type Sums = Pick<RollUpShare, 'progress' | 'estimateMinutes' | 'earliestStart' | 'latestDue'>;

/** A moment is a day, or an instant that lies on one. */
const dayIn = (moment: string) => (moment.length === 10 ? moment : dayOf(moment));

function Facts({ name, sums: { progress, estimateMinutes, earliestStart, latestDue } }: { name: string; sums: Sums }) {
  const now = useToday();
  const day = (moment: string | null) => (moment ? shortDate(dayIn(moment), now) : '–');
  return (
    <>
      <td>
        <span className="roll-up-progress">
          <Progress
            value={progress.percent}
            label={t('rollUp.progressOf', { name, done: progress.done, total: progress.total })}
          />
          <span aria-hidden="true">{t('rollUp.done', { done: progress.done, total: progress.total })}</span>
        </span>
      </td>
      <td>{estimateMinutes > 0 ? formatMinutes(estimateMinutes) : '–'}</td>
      <td>{day(earliestStart)}</td>
      <td>{day(latestDue)}</td>
    </>
  );
}

/** A project and those below it, line by line and together. */
export function RollUpTable({ rollUp, projects, name }: Props) {
  return (
    <div className="roll-up">
      <table aria-label={t('rollUp.title', { name })}>
        <thead>
          <tr>
            <th scope="col">{t('rollUp.project')}</th>
            <th scope="col">{t('rollUp.progress')}</th>
            <th scope="col">{t('rollUp.estimate')}</th>
            <th scope="col">{t('rollUp.start')}</th>
            <th scope="col">{t('rollUp.due')}</th>
          </tr>
        </thead>
        <tbody>
          {rollUp.projects.map((share) => {
            const project = projects.find(({ id }) => id === share.projectId);
            return (
              <tr key={share.projectId}>
                <th scope="row" style={{ '--level': share.level }}>
                  <Link to="/p/$key/board" params={{ key: share.key }} className="roll-up-name">
                    {project && <ProjectMark project={project} />}
                    <span className="truncate">{share.name}</span>
                  </Link>
                </th>
                <Facts name={share.name} sums={share} />
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('rollUp.together')}</th>
            <Facts name={t('rollUp.together')} sums={rollUp} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
