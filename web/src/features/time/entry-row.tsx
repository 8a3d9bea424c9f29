import { Coins, Lock, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { reasonOf } from '@/api/reason';
import type { TimeEntry } from '@/api/types';
import { EntryMinutes } from '@/features/time/entry-minutes';
import { useEntries } from '@/features/time/entry-queries';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';
import { showToast } from '@/ui/toast-store';

type Props = {
  entry: TimeEntry;
  /** Who, or on which task: what the list around it does not say. */
  what: ReactNode;
  when?: string;
  /** What it costs, where any of them does. */
  price?: string;
  mayEdit: boolean;
  /** Approved time stands as it is. */
  isLocked?: boolean;
};

/** One entry: whose or what, how long, and the way to change it. */
export function EntryRow({ entry, what, when, price, mayEdit, isLocked = false }: Props) {
  const canEdit = mayEdit && !isLocked;
  const { log, change, remove } = useEntries();
  const { projectId, taskId, minutes, date, note, billable } = entry;
  const failed = (fault: unknown) =>
    void showToast(t('time.logFailed', { reason: reasonOf(fault) }), { tone: 'danger' });
  const handleRemove = () =>
    remove.mutate(entry, {
      onSuccess: () =>
        void showToast(t('time.removed'), {
          action: {
            label: t('ui.undo'),
            onAct: () => log.mutate({ projectId, taskId, minutes, date, note, billable }),
          },
        }),
      onError: failed,
    });
  return (
    <li className="entry">
      {what}
      <span className="min-w-0 flex-1 truncate text-ink-3">{note}</span>
      {when && <span className="flex-none text-xs text-ink-3 tabular-nums">{when}</span>}
      {isLocked && (
        <span className="sheet-lock" title={t('sheets.locked')}>
          <Lock size={13} aria-hidden="true" />
          <span className="sr-only">{t('sheets.locked')}</span>
        </span>
      )}
      {(canEdit || billable) && (
        <IconButton
          className="entry-billable"
          label={t('time.billable')}
          aria-pressed={billable}
          disabled={!canEdit}
          onClick={() => change.mutate({ entry, billable: !billable }, { onError: failed })}
        >
          <Coins size={14} />
        </IconButton>
      )}
      <EntryMinutes entry={entry} mayEdit={canEdit} />
      {price !== undefined && <span className="sheet-amount">{price}</span>}
      {canEdit && (
        <IconButton className="entry-remove" label={t('time.remove')} onClick={handleRemove}>
          <X size={14} />
        </IconButton>
      )}
    </li>
  );
}
