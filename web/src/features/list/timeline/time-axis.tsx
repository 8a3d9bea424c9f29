import type { Milestone } from '@/api/types';
import { MilestoneLane } from '@/features/list/timeline/milestone-lane';
import { monthsOf, type Span, weeksOf, type Zoom } from '@/features/list/timeline/time-scale';
import { type DateOnly, daysBetween, shortDate } from '@/lib/dates';
import { formatLocale } from '@/lib/format-locale';

type Props = {
  range: Span;
  dayPx: number;
  zoom: Zoom;
  now: DateOnly;
  milestones: readonly Milestone[];
};

const monthName = (day: DateOnly, isLong: boolean) =>
  new Intl.DateTimeFormat(formatLocale(), {
    month: isLong ? 'long' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

/** Months above, weeks below, today, and what is to be reached. */
export function TimeAxis({ range, dayPx, zoom, now, milestones }: Props) {
  return (
    <div className="time-axis">
      <div className="time-months" aria-hidden="true">
        {monthsOf(range).map(({ start, days }) => (
          <span key={start} style={{ width: days * dayPx }}>
            {days * dayPx > 60 && <b>{monthName(start, days * dayPx > 130)}</b>}
          </span>
        ))}
      </div>
      <div className="time-weeks" aria-hidden="true">
        {weeksOf(range).map((day) => (
          <span key={day} style={{ width: 7 * dayPx }} data-now={day <= now && daysBetween(day, now) < 7}>
            {zoom === 'weeks' ? shortDate(day, day) : Number(day.slice(8))}
          </span>
        ))}
      </div>
      {milestones.length > 0 && <MilestoneLane milestones={milestones} range={range} dayPx={dayPx} now={now} />}
    </div>
  );
}
