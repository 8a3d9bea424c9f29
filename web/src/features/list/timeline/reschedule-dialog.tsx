import { type PendingShift, pushedBy } from '@/features/list/timeline/use-reschedule';
import { type DateOnly, dayOf, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';

type Props = {
  pending: PendingShift;
  now: DateOnly;
  onMoveAll: () => void;
  onMoveOne: () => void;
  onCancel: () => void;
};

/** Which tasks a moved bar pushes, and whether they go along. */
export function RescheduleDialog({ pending, now, onMoveAll, onMoveOne, onCancel }: Props) {
  const { task, offer } = pending;
  const pushed = pushedBy(offer);
  const daysOf = (startAt: string | null, dueAt: string | null) =>
    [startAt, dueAt].flatMap((moment) => (moment ? [shortDate(dayOf(moment), now)] : [])).join(' – ');
  return (
    <Dialog
      title={t('timeline.pushes', { key: task.key, count: pushed.length })}
      description={t('timeline.pushesText')}
      isOpen
      onClose={onCancel}
      width={520}
    >
      <ul className="refused">
        {pushed.map(({ taskId, key, title, startAt, dueAt }) => (
          <li key={taskId}>
            <span className="text-xs text-ink-3 tabular-nums">{key}</span>
            <span className="min-w-0 flex-1 truncate">{title}</span>
            <span className="text-xs tabular-nums">{t('timeline.becomes', { days: daysOf(startAt, dueAt) })}</span>
          </li>
        ))}
      </ul>
      {offer.passedDeadlines.map(({ taskId, key, deadlineAt }) => (
        <p key={taskId} className="due-late">
          {t('timeline.passes', { key, day: shortDate(dayOf(deadlineAt), now) })}
        </p>
      ))}
      <div className="dialog-actions">
        <Button variant="ghost" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
        <Button onClick={onMoveOne}>{t('timeline.moveOne', { key: task.key })}</Button>
        <Button variant="primary" autoFocus onClick={onMoveAll}>
          {t('timeline.moveAll')}
        </Button>
      </div>
    </Dialog>
  );
}
