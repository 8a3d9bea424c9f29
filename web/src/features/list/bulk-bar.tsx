import { Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Task } from '@/api/types';
import { type FoundTasks, useFoundCount } from '@/features/list/list-queries';
import { FIELD_NAME, type TaskField } from '@/features/list/task-picker';
import { formatLocale } from '@/lib/format-locale';
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
  found: FoundTasks | null;
  onSelectAll: (load: FoundTasks['load']) => Promise<void>;
  /** What else can be done with them, from outside of the list. */
  extra?: ReactNode;
  onPick: (field: TaskField, tasks: Task[], anchor: HTMLElement) => void;
  onRemove: (tasks: Task[]) => void;
  onClear: () => void;
};

/** Selects what is found beyond what is loaded, and says how much that is; not while the list of other filters is on its way. */
function SelectFound({ found, onSelect }: { found: FoundTasks; onSelect: Props['onSelectAll'] }) {
  const [isBusy, setIsBusy] = useState(false);
  const { data: counted } = useFoundCount(found);
  const handleClick = async () => {
    setIsBusy(true);
    try {
      await onSelect(found.load);
    } catch (fault) {
      showToast(t('list.notAllLoaded', { reason: reasonOf(fault) }), { tone: 'danger' });
    }
    setIsBusy(false);
  };
  const count = counted && new Intl.NumberFormat(formatLocale()).format(counted.count);
  const text = counted?.isMore ? 'list.selectFirst' : 'list.selectCounted';
  return (
    <>
      <Button variant="default" isBusy={isBusy || found.isLoading} onClick={() => void handleClick()}>
        {count && !found.isLoading ? t(text, { count }) : t('list.selectFound')}
      </Button>
      {count && counted.isMore && !found.isLoading && (
        <span className="px-2 text-xs text-ink-2">{t('list.moreMatch', { count })}</span>
      )}
    </>
  );
}

/** What can be done with all that is selected. Floats above the end of the list. */
export function BulkBar({ tasks, found, onSelectAll, extra, onPick, onRemove, onClear }: Props) {
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('list.bulk')}>
      <strong className="px-2 tabular-nums">{t('list.selected', { count: tasks.length })}</strong>
      {found && <SelectFound found={found} onSelect={onSelectAll} />}
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
