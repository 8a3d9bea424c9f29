import { useQuery } from '@tanstack/react-query';
import { Clock } from 'lucide-react';
import { useMemo } from 'react';
import type { PricedEntry, Project } from '@/api/types';
import { membersQuery } from '@/features/projects/project-queries';
import { mayEditTasks, mayManage } from '@/features/projects/project-rights';
import { CsvButton } from '@/features/time/csv-button';
import { entriesQuery, totalOf } from '@/features/time/entry-queries';
import { LogForm } from '@/features/time/log-form';
import { daysOf, PERIOD_TEXT, PERIODS, type Period } from '@/features/time/periods';
import { ProjectDays } from '@/features/time/project-days';
import { useLockedWeeks } from '@/features/time/sheets/use-locked-weeks';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import { sumMoney } from '@/lib/money';
import { useToday } from '@/lib/use-today';
import '@/styles/planning.css';
import '@/styles/settings.css';
import '@/styles/time-sheets.css';
import { Avatar } from '@/ui/avatar';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Select } from '@/ui/select';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';

type Props = {
  project: Project;
  userId: string;
  period: Period;
  person: string | undefined;
  onChange: (next: { period?: string; person?: string }) => void;
};

const NONE: readonly PricedEntry[] = [];

/** The time of everybody in a project: by day, and the sum of each person. */
export function ProjectTime({ project, userId, period, person, onChange }: Props) {
  const now = useToday();
  const days = daysOf(period, now);
  const { data: members = [] } = useQuery(membersQuery(project.id));
  const { data, error, refetch } = useQuery(entriesQuery(project.id, days));
  const all = data ?? NONE;
  const shown = useMemo(() => all.filter((entry) => !person || entry.userId === person), [all, person]);
  const isLocked = useLockedWeeks(project.id, days);
  const mayLog = mayEditTasks(project) && project.state === 'active';
  const nameOf = (id: string) => members.find((member) => member.userId === id)?.displayName ?? t('time.someone');
  const sums = [...new Set(all.map((entry) => entry.userId))]
    .map((id) => {
      const own = all.filter((entry) => entry.userId === id);
      return { id, minutes: totalOf(own), price: sumMoney(own) };
    })
    .sort((a, b) => b.minutes - a.minutes);
  const most = sums[0]?.minutes ?? 1;

  return (
    <>
      <SettingsHead
        title={t('time.title')}
        text={t('time.projectText')}
        action={
          <span className="flex gap-2">
            {mayManage(project) && <CsvButton project={project} filter={{ ...days, userId: person }} />}
            <Select
              className="!w-auto"
              aria-label={t('time.period')}
              value={period}
              options={PERIODS.map((value) => ({ value, label: t(PERIOD_TEXT[value]) }))}
              onChange={(value) => onChange({ period: value === 'week' ? undefined : value })}
            />
          </span>
        }
      />
      {mayLog && <LogForm projectId={project.id} taskId={null} />}
      {error && !data && <ErrorState title={t('time.loadFailedTitle')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} />}
      {data?.length === 0 && (
        <EmptyState icon={<Clock size={22} />} title={t('time.empty')} text={t('time.emptyText')} />
      )}
      {sums.length > 0 && (
        <ul className="time-sums" aria-label={t('time.byPerson')}>
          {sums.map(({ id, minutes, price }) => (
            <li key={id}>
              <button
                type="button"
                aria-pressed={person === id}
                onClick={() => onChange({ person: person === id ? undefined : id })}
              >
                <Avatar id={id} name={nameOf(id)} size={20} isDecorative />
                <span className="min-w-0 flex-1 truncate text-start">{nameOf(id)}</span>
                <span className="time-sum-bar" aria-hidden="true">
                  <i style={{ width: `${(100 * minutes) / most}%` }} />
                </span>
                {price && <span className="text-ink-2 tabular-nums">{price}</span>}
                <strong className="tabular-nums">{formatMinutes(minutes)}</strong>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ProjectDays
        entries={shown}
        nameOf={nameOf}
        mayEdit={(entry) => mayLog && (entry.userId === userId || mayManage(project))}
        isLocked={isLocked}
      />
    </>
  );
}
