import { TriangleAlert } from 'lucide-react';
import type { WorkloadWeek } from '@/api/types';
import { hoursText, levelOf } from '@/features/allocations/load';
import { t } from '@/lib/i18n';

type Props = { week: WorkloadWeek | undefined; nameOf: (projectId: string) => string };

/** The hours of one week of a person; what they are made of stands behind them. */
export function LoadCell({ week, nameOf }: Props) {
  if (!week) return <span className="text-ink-3">–</span>;
  const { plannedHours, capacityHours, timeOffHours, projects } = week;
  const seen = projects.reduce((sum, { hours }) => sum + hours, 0);
  const parts = projects.map(({ projectId, hours }) =>
    t('workload.part', { name: nameOf(projectId), hours: hoursText(hours) }),
  );
  if (plannedHours - seen > 0.01) {
    parts.push(t('workload.part', { name: t('workload.elsewhere'), hours: hoursText(plannedHours - seen) }));
  }
  if (timeOffHours > 0) parts.push(t('workload.off', { hours: hoursText(timeOffHours) }));
  return (
    <span className="load-cell" data-level={levelOf(plannedHours, capacityHours)} title={parts.join('\n') || undefined}>
      {week.isOver && <TriangleAlert size={12} aria-label={t('workload.over')} />}
      {plannedHours > 0 ? hoursText(plannedHours) : <span className="text-ink-3">–</span>}
      {timeOffHours > 0 && (
        <span aria-hidden="true" className="load-left">
          / {hoursText(capacityHours)}
        </span>
      )}
      {(parts.length > 1 || timeOffHours > 0) && <span className="sr-only">: {parts.join(', ')}</span>}
    </span>
  );
}
