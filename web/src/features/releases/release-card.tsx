import { ChevronDown, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Milestone, Release } from '@/api/types';
import { ReleaseDetails } from '@/features/releases/release-details';
import { relativeDay, shortDate } from '@/lib/dates';
import { type Text, t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { Progress } from '@/ui/progress';

type State = Release['state'];
type Props = {
  release: Release;
  milestones: readonly Milestone[];
  /** Null: the reader may not change it. */
  acts: { onMark: (state: State) => void; onEdit: () => void; onRemove: () => void } | null;
  onOpenTask: (key: string) => void;
};

const STATE_TEXT: Record<State, Text> = {
  planned: 'releases.planned',
  released: 'releases.released',
  archived: 'releases.archived',
};
const TONE = { planned: 'accent', released: 'ok', archived: 'plain' } as const;

/** The step that leads on from a state. */
const STEP = {
  planned: { to: 'released', text: 'releases.publish', one: 'releases.publishOne' },
  released: { to: 'archived', text: 'releases.archive', one: 'releases.archiveOne' },
  archived: { to: 'released', text: 'releases.unarchive', one: 'releases.unarchiveOne' },
} as const;

/** A release on one line, and what is in it below. */
export function ReleaseCard({ release, milestones, acts, onOpenTask }: Props) {
  const { id, name, tag, date, state, progress } = release;
  const now = useToday();
  const [isShown, setIsShown] = useState(false);
  const relative = date && relativeDay(date, now);
  const isLate = state === 'planned' && date !== null && date < now;
  const step = STEP[state];
  return (
    <li className="cycle" data-state={state === 'archived' ? 'closed' : undefined}>
      <div className="cycle-line">
        <button
          type="button"
          className="cycle-open"
          aria-expanded={isShown}
          aria-controls={isShown ? `release-${id}` : undefined}
          onClick={() => setIsShown(!isShown)}
        >
          <ChevronDown size={16} aria-hidden="true" className={isShown ? undefined : '-rotate-90'} />
          <h3 className="truncate">{name}</h3>
          {tag && <span className="release-tag">{tag}</span>}
        </button>
        <Badge tone={TONE[state]}>{t(STATE_TEXT[state])}</Badge>
        <span className={isLate ? 'cycle-days due-late' : 'cycle-days'}>
          {date ? (relative ? t(`ui.${relative}`) : shortDate(date, now)) : t('ui.noDate')}
        </span>
        <span className="cycle-sums">
          <span className="w-24">
            <Progress
              value={progress.total === 0 ? 0 : Math.round((100 * progress.done) / progress.total)}
              label={t('releases.progressOf', { name })}
            />
          </span>
          <span className="tabular-nums">{t('releases.doneOf', { done: progress.done, count: progress.total })}</span>
        </span>
        {acts && (
          <span className="milestone-acts">
            <Button variant="ghost" aria-label={t(step.one, { name })} onClick={() => acts.onMark(step.to)}>
              {t(step.text)}
            </Button>
            <IconButton label={t('releases.edit', { name })} onClick={acts.onEdit}>
              <Pencil size={15} />
            </IconButton>
            <IconButton label={t('releases.remove', { name })} onClick={acts.onRemove}>
              <Trash2 size={15} />
            </IconButton>
          </span>
        )}
      </div>
      {isShown && (
        <section id={`release-${id}`} aria-label={name}>
          <ReleaseDetails release={release} milestones={milestones} onOpenTask={onOpenTask} />
        </section>
      )}
    </li>
  );
}
