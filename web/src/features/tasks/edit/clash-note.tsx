import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { reasonOf } from '@/api/reason';
import type { Task, TaskChange } from '@/api/types';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { decide, type PendingEdit, pendingEdits } from '@/features/tasks/edit/task-edits';
import type { EditedField } from '@/features/tasks/edit/task-merge';
import { fieldName, valueText } from '@/features/tasks/field-words';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { showToast } from '@/ui/toast-store';

/** Two people changed the same thing: both values, and the choice. Until it is made, mine is only on this screen. */
export function ClashNotes() {
  const { task } = useTaskContext();
  const edits = useSyncExternalStore(pendingEdits.subscribe, () => pendingEdits.of(task.id));
  return edits.filter((edit) => edit.clashes.length > 0).map((edit) => <ClashNote key={edit.id} edit={edit} />);
}

function ClashNote({ edit }: { edit: PendingEdit }) {
  const queryClient = useQueryClient();
  const { states, members } = useTaskContext();
  const now = useToday();
  const words = { states, members, now };
  const textOf = (of: TaskChange | Task | null, field: EditedField) => valueText(field, of?.[field], words);
  const handleMine = async () => {
    const result = await decide(queryClient, edit, 'mine');
    const field = edit.clashes.map(fieldName).join(', ');
    if (result.kind === 'failed') {
      showToast(t('peek.notSaved', { field, reason: reasonOf(result.error) }), { tone: 'danger' });
    }
  };
  return (
    <section role="alert" className="clash">
      {edit.clashes.map((field) => (
        <div key={field}>
          <p className="font-medium text-ink">{t('peek.clash', { field: fieldName(field) })}</p>
          <dl className="clash-values">
            <dt>{t('peek.theirs')}</dt>
            <dd>{textOf(edit.theirs, field)}</dd>
            <dt>{t('peek.mine')}</dt>
            <dd>{textOf(edit.change, field)}</dd>
          </dl>
        </div>
      ))}
      <div className="flex gap-2">
        <Button onClick={() => void handleMine()}>{t('peek.useMine')}</Button>
        <Button variant="ghost" onClick={() => void decide(queryClient, edit, 'theirs')}>
          {t('peek.keepTheirs')}
        </Button>
      </div>
    </section>
  );
}
