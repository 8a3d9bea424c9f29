import { Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Task } from '@/api/types';
import { FIELD_NAME, type TaskField } from '@/features/list/task-picker';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { KeyHint } from '@/ui/key-hint';
import { showToast } from '@/ui/toast-store';

const FIELDS: { field: TaskField; keys?: string }[] = [
  { field: 'status', keys: 's' },
  { field: 'assignee', keys: 'a' },
  { field: 'priority', keys: 'p' },
  { field: 'labels', keys: 'l' },
  { field: 'due', keys: 'd' },
  { field: 'milestone' },
];

type Props = {
  tasks: Task[];
  /** Given where all that is loaded is selected, and more is found. */
  onSelectAll: (() => Promise<void>) | null;
  /** What else can be done with them, from outside of the list. */
  extra?: ReactNode;
  onPick: (field: TaskField, tasks: Task[], anchor: HTMLElement) => void;
  onRemove: (tasks: Task[]) => void;
  onClear: () => void;
};

/** What can be done with all that is selected. Floats above the end of the list. */
export function BulkBar({ tasks, onSelectAll, extra, onPick, onRemove, onClear }: Props) {
  const [isLoading, setIsLoading] = useState(false);
  const handleAll = async (selectAll: () => Promise<void>) => {
    setIsLoading(true);
    try {
      await selectAll();
    } catch (fault) {
      showToast(t('list.notAllLoaded', { reason: reasonOf(fault) }), { tone: 'danger' });
    }
    setIsLoading(false);
  };
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('list.bulk')}>
      <strong className="px-2 tabular-nums">{t('list.selected', { count: tasks.length })}</strong>
      {onSelectAll && (
        <Button variant="default" isBusy={isLoading} onClick={() => void handleAll(onSelectAll)}>
          {t('list.selectFound')}
        </Button>
      )}
      {FIELDS.map(({ field, keys }) => (
        <button
          key={field}
          type="button"
          className="btn btn-ghost"
          data-bulk={field}
          onClick={(event) => onPick(field, tasks, event.currentTarget)}
        >
          {t(FIELD_NAME[field])} {keys && <KeyHint keys={keys} />}
        </button>
      ))}
      {extra}
      <button type="button" className="btn btn-ghost" onClick={() => onRemove(tasks)}>
        <Trash2 size={15} aria-hidden="true" /> {t('list.delete')}
      </button>
      <button type="button" className="btn btn-ghost" onClick={onClear}>
        {t('ui.clear')} <KeyHint keys="escape" />
      </button>
    </div>
  );
}
