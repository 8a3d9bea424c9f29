import { Pencil, Trash2 } from 'lucide-react';
import type { Milestone, MilestoneForecast } from '@/api/types';
import { MilestoneForecastLine } from '@/features/milestones/milestone-forecast-line';
import { daysBetween, relativeDay, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { Progress } from '@/ui/progress';

type Props = {
  milestone: Milestone;
  /** Not there while it is loaded, and of a milestone that was reached. */
  forecast: MilestoneForecast | undefined;
  /** Null: the reader may not change it. */
  acts: { onMark: () => void; onEdit: () => void; onRemove: () => void } | null;
};

function DueDay({ milestone: { dueDate, state } }: { milestone: Milestone }) {
  const now = useToday();
  if (!dueDate) return <span className="text-ink-3">{t('ui.noDate')}</span>;
  const relative = relativeDay(dueDate, now);
  const text = relative ? t(`ui.${relative}`) : shortDate(dueDate, now);
  const distance = daysBetween(now, dueDate);
  if (state === 'completed') return <span className="text-ink-3">{text}</span>;
  if (distance < 0) {
    return <span className="due-late">{t('milestones.late', { day: text, count: -distance })}</span>;
  }
  return <span className={distance <= 7 ? 'due-soon' : undefined}>{text}</span>;
}

export function MilestoneRow({ milestone, forecast, acts }: Props) {
  const { name, description, state, startDate, progress } = milestone;
  const now = useToday();
  const isReached = state === 'completed';
  return (
    <li className="milestone" data-reached={isReached}>
      <span className="milestone-mark" aria-hidden="true" />
      <div className="milestone-name">
        <h3 className="truncate">{name}</h3>
        {description && <p className="truncate text-xs text-ink-3">{description}</p>}
      </div>
      {progress.total > 0 && (
        <span className="milestone-progress">
          <Progress
            value={(100 * progress.done) / progress.total}
            label={t('milestones.progress', { done: progress.done, total: progress.total })}
          />
          <span aria-hidden="true" className="text-ink-3 tabular-nums">
            {progress.done}/{progress.total}
          </span>
        </span>
      )}
      <span className="milestone-days tabular-nums">
        {startDate && <span className="text-ink-3">{shortDate(startDate, now)} – </span>}
        <DueDay milestone={milestone} />
      </span>
      {acts ? (
        <span className="milestone-acts">
          <Button
            variant="ghost"
            aria-label={t(isReached ? 'milestones.reopenOne' : 'milestones.reachOne', { name })}
            onClick={acts.onMark}
          >
            {t(isReached ? 'milestones.reopen' : 'milestones.reach')}
          </Button>
          <IconButton label={t('milestones.edit', { name })} onClick={acts.onEdit}>
            <Pencil size={15} />
          </IconButton>
          <IconButton label={t('milestones.remove', { name })} onClick={acts.onRemove}>
            <Trash2 size={15} />
          </IconButton>
        </span>
      ) : (
        isReached && <span className="text-ok">{t('milestones.reached')}</span>
      )}
      {forecast && !isReached && <MilestoneForecastLine milestone={milestone} forecast={forecast} />}
    </li>
  );
}
