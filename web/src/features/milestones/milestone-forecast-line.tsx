import type { Milestone, MilestoneForecast } from '@/api/types';
import { latenessOf } from '@/features/projects/forecast-queries';
import { shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Badge } from '@/ui/badge';

type Props = { milestone: Milestone; forecast: MilestoneForecast };

/** What the forecast says, or why there is none. */
function Outcome({ forecast }: { forecast: MilestoneForecast }) {
  const now = useToday();
  const { outcome, likelyOn, safeOn, pastWeeks } = forecast;
  if (outcome === 'forecast' && likelyOn) {
    const likely = shortDate(likelyOn, now);
    return safeOn
      ? t('milestones.likely', { likely, safe: shortDate(safeOn, now) })
      : t('milestones.unsafe', { likely });
  }
  if (outcome === 'too_little_history') return t('milestones.tooLittleHistory', { count: pastWeeks });
  if (outcome === 'nothing_finished') return t('milestones.nothingFinished', { count: pastWeeks });
  if (outcome === 'too_far') return t('milestones.tooFar');
  return t(outcome === 'done' ? 'milestones.allDone' : 'milestones.noTasks');
}

/** When a milestone will probably be reached, whether that is late, and out of what this follows. */
export function MilestoneForecastLine({ milestone, forecast }: Props) {
  const now = useToday();
  const { days, isRisky } = latenessOf(milestone, forecast);
  const { outcome, openTasks, openEstimateMinutes, tasksAhead, plannedOn, pastWeeks, finishedTasks } = forecast;
  const isPaced = outcome === 'forecast' || outcome === 'too_far';
  const reasons = [
    openTasks > 0 && t('milestones.openTasks', { count: openTasks }),
    openEstimateMinutes > 0 && t('milestones.openEstimates', { time: formatMinutes(openEstimateMinutes) }),
    isPaced && tasksAhead > 0 && t('milestones.tasksAhead', { count: tasksAhead }),
    isPaced && t('milestones.pace', { count: finishedTasks, weeks: pastWeeks }),
    plannedOn && t('milestones.plannedOn', { day: shortDate(plannedOn, now) }),
  ].filter(Boolean);
  return (
    <div className="milestone-forecast">
      <p>
        <Outcome forecast={forecast} />{' '}
        {days > 0 && <Badge tone="danger">{t('milestones.probablyLate', { count: days })}</Badge>}
        {isRisky && <Badge tone="warn">{t('milestones.maybeLate')}</Badge>}
      </p>
      {reasons.length > 0 && <p className="text-xs text-ink-3">{reasons.join(' · ')}</p>}
    </div>
  );
}
