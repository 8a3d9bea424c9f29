import { ChevronDown, Pencil, Trash2 } from 'lucide-react';
import type { Cycle } from '@/api/types';
import { CycleDetails } from '@/features/cycles/cycle-details';
import { daysBetween, shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { Progress } from '@/ui/progress';

type Props = {
  cycle: Cycle;
  isShown: boolean;
  mayEdit: boolean;
  /** Null: the reader may not change it. */
  acts: { onClose: () => void; onEdit: () => void; onRemove: () => void } | null;
  onToggle: () => void;
  onOpenTask: (key: string) => void;
};

function When({ cycle: { startDate, endDate, state } }: { cycle: Cycle }) {
  const now = useToday();
  if (state === 'closed') return <Badge>{t('cycles.closed')}</Badge>;
  if (now < startDate) return <Badge>{t('cycles.begins', { count: daysBetween(now, startDate) })}</Badge>;
  if (now > endDate) return <Badge tone="warn">{t('cycles.over', { count: daysBetween(endDate, now) })}</Badge>;
  const left = daysBetween(now, endDate);
  return <Badge tone="accent">{left === 0 ? t('cycles.lastDay') : t('cycles.left', { count: left })}</Badge>;
}

/** A cycle on one line, and what it holds below it. */
export function CycleCard({ cycle, isShown, mayEdit, acts, onToggle, onOpenTask }: Props) {
  const now = useToday();
  const { name, startDate, endDate, taskCount, completedCount, estimateMinutes, completedEstimateMinutes } = cycle;
  const regionId = `cycle-${cycle.id}`;
  return (
    <li className="cycle" data-state={cycle.state}>
      <div className="cycle-line">
        <button
          type="button"
          className="cycle-open"
          aria-expanded={isShown}
          aria-controls={isShown ? regionId : undefined}
          onClick={onToggle}
        >
          <ChevronDown size={16} aria-hidden="true" className={isShown ? undefined : '-rotate-90'} />
          <h3 className="truncate">{name}</h3>
        </button>
        <When cycle={cycle} />
        <span className="cycle-days">
          {shortDate(startDate, now)} – {shortDate(endDate, now)}
        </span>
        <span className="cycle-sums">
          <span className="w-24">
            <Progress value={cycle.progress} label={t('cycles.progressOf', { name })} />
          </span>
          <span className="tabular-nums">{t('cycles.doneOf', { done: completedCount, count: taskCount })}</span>
          {estimateMinutes > 0 && (
            <span className="text-ink-3 tabular-nums">
              {t('cycles.effortOf', {
                done: formatMinutes(completedEstimateMinutes),
                all: formatMinutes(estimateMinutes),
              })}
            </span>
          )}
        </span>
        {acts && (
          <span className="milestone-acts">
            {cycle.state === 'open' && (
              <>
                <Button variant="ghost" aria-label={t('cycles.closeOne', { name })} onClick={acts.onClose}>
                  {t('cycles.close')}
                </Button>
                <IconButton label={t('cycles.edit', { name })} onClick={acts.onEdit}>
                  <Pencil size={15} />
                </IconButton>
              </>
            )}
            <IconButton label={t('cycles.remove', { name })} onClick={acts.onRemove}>
              <Trash2 size={15} />
            </IconButton>
          </span>
        )}
      </div>
      {isShown && (
        <section id={regionId} aria-label={name}>
          <CycleDetails cycle={cycle} mayEdit={mayEdit} onOpenTask={onOpenTask} />
        </section>
      )}
    </li>
  );
}
