import { useQuery } from '@tanstack/react-query';
import type { Milestone, MilestoneForecast } from '@/api/types';
import { rangeHas, type Span } from '@/features/list/timeline/time-scale';
import { forecastsQuery, latenessOf } from '@/features/projects/forecast-queries';
import { type DateOnly, daysBetween, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';

type Props = { milestones: readonly Milestone[]; range: Span; dayPx: number; now: DateOnly };
type Mark = { milestone: Milestone; day: DateOnly; text: string; isLate: boolean };

const NONE: ReadonlyMap<string, MilestoneForecast> = new Map();

function textOf(milestone: Milestone, forecast: MilestoneForecast | undefined, now: DateOnly): string {
  const { name, dueDate, state } = milestone;
  const due = dueDate && shortDate(dueDate, now);
  const parts = [due ? t('timeline.milestone', { name, day: due }) : t('timeline.milestoneOpen', { name })];
  if (state === 'completed') return [...parts, t('timeline.reached')].join(', ');
  if (forecast?.likelyOn) parts.push(t('timeline.probably', { day: shortDate(forecast.likelyOn, now) }));
  const { days, isRisky } = latenessOf(milestone, forecast);
  if (days > 0) parts.push(t('timeline.probablyLate', { count: days }));
  if (isRisky) parts.push(t('timeline.maybeLate'));
  return parts.join(', ');
}

/** What is to be reached, by name: on the day it is due, and where it will probably be another, there too. */
export function MilestoneLane({ milestones, range, dayPx, now }: Props) {
  const projectId = milestones[0]?.projectId ?? '';
  const { data: forecasts = NONE } = useQuery(forecastsQuery(projectId));
  const left = (day: DateOnly) => (daysBetween(range.start, day) + 0.5) * dayPx;
  const marks = milestones
    .flatMap((milestone): Mark[] => {
      const forecast = forecasts.get(milestone.id);
      // Without a due day it stands where it will probably be reached.
      const day = milestone.dueDate ?? forecast?.likelyOn ?? null;
      if (day === null || !rangeHas(range, day)) return [];
      const isLate = latenessOf(milestone, forecast).days > 0;
      return [{ milestone, day, text: textOf(milestone, forecast, now), isLate }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <ul className="time-milestones">
      {marks.map(({ milestone, day, text, isLate }, index) => {
        // A name ends where the next mark stands.
        const next = marks.slice(index + 1).find((other) => other.day > day);
        const likely = milestone.state === 'open' ? forecasts.get(milestone.id)?.likelyOn : null;
        const isElsewhere = likely && likely !== day && rangeHas(range, likely);
        return (
          <li key={milestone.id}>
            {isElsewhere && (
              <span className="time-forecast" data-late={isLate} style={{ insetInlineStart: left(likely) }} />
            )}
            <span
              className="time-milestone"
              data-reached={milestone.state === 'completed'}
              data-late={isLate}
              title={text}
              style={{
                insetInlineStart: left(day),
                maxWidth: next ? daysBetween(day, next.day) * dayPx : undefined,
              }}
            >
              <span className="sr-only">{text}</span>
              <span className="time-milestone-name" aria-hidden="true">
                {text}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
