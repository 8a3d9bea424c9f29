import { CalendarDays, CircleUser, Diff, Flag, History, Link2, Pencil, Plus, Signal, Tag, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { HistoryAct } from '@/features/history/history-words';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { personName } from '@/features/tasks/field-words';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState } from '@/features/tasks/task-state';
import { timeAgo } from '@/lib/dates';
import { t } from '@/lib/i18n';

type Props = {
  act: HistoryAct;
  text: string;
  isShownPast: boolean;
  onLook: (at: string) => void;
  onCompare: (at: string) => void;
};

const ICONS: [field: string, icon: ReactNode][] = [
  ['dependencies', <Link2 key="dependencies" size={14} />],
  ['deletedAt', <Trash2 key="deleted" size={14} />],
  ['assigneeIds', <CircleUser key="people" size={14} />],
  ['deadlineAt', <Flag key="deadline" size={14} />],
  ['dueAt', <CalendarDays key="due" size={14} />],
  ['startAt', <CalendarDays key="start" size={14} />],
  ['labels', <Tag key="labels" size={14} />],
  ['priority', <Signal key="priority" size={14} />],
];

function ActIcon({ act }: { act: HistoryAct }) {
  const { states } = useTaskContext();
  if (act.types.includes('task.created')) return <Plus size={14} />;
  const state = states.find((candidate) => candidate.key === act.changes.status?.to);
  if (state) return <StatusIcon category={state.category} isReview={isReviewState(state.key, states)} size={14} />;
  return ICONS.find(([field]) => field in act.changes)?.[1] ?? <Pencil size={14} />;
}

/** One line: who did what, when; and the way to the task as it was then. */
export function HistoryItem({ act, text, isShownPast, onLook, onCompare }: Props) {
  const { members } = useTaskContext();
  return (
    <li className="act" aria-current={isShownPast || undefined}>
      <span className="act-icon" aria-hidden="true">
        <ActIcon act={act} />
      </span>
      <span className="min-w-0 flex-1">
        <strong className="font-medium text-ink-2">
          {act.actorId ? personName(act.actorId, members) : t('history.system')}
        </strong>{' '}
        {text}{' '}
        <span className="whitespace-nowrap">
          ·{' '}
          <time className="tabular-nums" dateTime={act.at} title={new Date(act.at).toLocaleString()}>
            {timeAgo(act.at)}
          </time>
        </span>
      </span>
      <span className="act-looks">
        <button
          type="button"
          className="act-look"
          aria-label={t('history.compareLabel', { text })}
          onClick={() => onCompare(act.at)}
        >
          <Diff size={13} aria-hidden="true" />
          {t('history.compare')}
        </button>
        <button
          type="button"
          className="act-look"
          aria-label={t('history.lookLabel', { text })}
          onClick={() => onLook(act.at)}
        >
          <History size={13} aria-hidden="true" />
          {t('history.look')}
        </button>
      </span>
    </li>
  );
}
