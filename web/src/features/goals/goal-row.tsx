import { Pencil, Trash2 } from 'lucide-react';
import type { Project } from '@/api/types';
import { GoalLinks } from '@/features/goals/goal-links';
import type { PlacedGoal } from '@/features/goals/goal-tree';
import { shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { IconButton } from '@/ui/icon-button';
import { Progress } from '@/ui/progress';

type Props = {
  placed: PlacedGoal;
  /** The projects that the reader sees. */
  projects: readonly Project[];
  /** Null: the reader may not do it. */
  onEdit: (() => void) | null;
  onRemove: (() => void) | null;
};

export function GoalRow({ placed: { goal, level }, projects, onEdit, onRemove }: Props) {
  const now = useToday();
  const { name, description, progress, dueDate, links, hiddenLinkCount } = goal;
  const isLate = dueDate !== null && dueDate < now && progress !== null && progress.percent < 100;
  return (
    <li className="goal" style={{ '--level': level }}>
      <div className="goal-what">
        <h2 className="truncate">{name}</h2>
        {description && <p className="truncate text-xs text-ink-3">{description}</p>}
        {links.length + hiddenLinkCount > 0 && (
          <GoalLinks links={links} projects={projects} hiddenCount={hiddenLinkCount} />
        )}
      </div>
      <div className="goal-progress">
        {progress && progress.total > 0 ? (
          <>
            <Progress
              value={progress.percent}
              label={t('goals.progress', { name, done: progress.done, total: progress.total })}
            />
            <span className="tabular-nums text-ink-3" aria-hidden="true">
              {t('goals.share', { percent: progress.percent, done: progress.done, total: progress.total })}
            </span>
          </>
        ) : (
          <span className="text-ink-3">{t(progress ? 'goals.noTasks' : 'goals.unknown')}</span>
        )}
      </div>
      <span className={isLate ? 'goal-due due-late' : 'goal-due text-ink-3'}>
        {dueDate ? shortDate(dueDate, now) : t('ui.noDate')}
      </span>
      <span className="goal-acts">
        {onEdit && (
          <IconButton label={t('goals.edit', { name })} onClick={onEdit}>
            <Pencil size={15} />
          </IconButton>
        )}
        {onRemove && (
          <IconButton label={t('goals.remove', { name })} onClick={onRemove}>
            <Trash2 size={15} />
          </IconButton>
        )}
      </span>
    </li>
  );
}
