import { Trash2 } from 'lucide-react';
import type { Task } from '@/api/types';
import { FIELD_NAME, type TaskField } from '@/features/list/task-picker';
import { t } from '@/lib/i18n';
import { KeyHint } from '@/ui/key-hint';

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
  onPick: (field: TaskField, tasks: Task[], anchor: HTMLElement) => void;
  onRemove: (tasks: Task[]) => void;
  onClear: () => void;
};

/** What can be done with all that is selected. Floats above the end of the list. */
export function BulkBar({ tasks, onPick, onRemove, onClear }: Props) {
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('list.bulk')}>
      <strong className="px-2 tabular-nums">{t('list.selected', { count: tasks.length })}</strong>
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
      <button type="button" className="btn btn-ghost" onClick={() => onRemove(tasks)}>
        <Trash2 size={15} aria-hidden="true" /> {t('list.delete')}
      </button>
      <button type="button" className="btn btn-ghost" onClick={onClear}>
        {t('ui.clear')} <KeyHint keys="escape" />
      </button>
    </div>
  );
}
