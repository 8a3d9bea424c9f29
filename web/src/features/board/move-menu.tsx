import { type FormEvent, useState } from 'react';
import type { Task } from '@/api/types';
import { useBoardContext } from '@/features/board/board-context';
import type { Place } from '@/features/board/board-state';
import { mayGo } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

type Props = {
  task: Task;
  idsOf: (status: string) => readonly string[];
  onPlace: (id: string, place: Place) => void;
  onClose: () => void;
};

/** "Move to…": the way without dragging and without arrows. */
export function MoveMenu({ task, idsOf, onPlace, onClose }: Props) {
  const { states } = useBoardContext();
  const [status, setStatus] = useState(task.status);
  const [end, setEnd] = useState<'top' | 'bottom'>('top');
  const options = states
    .filter((state) => mayGo(task.status, state.key, states))
    .map((state) => ({ value: state.key, label: state.name }));

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const others = idsOf(status).filter((id) => id !== task.id);
    const neighbour = end === 'top' ? others[0] : others.at(-1);
    const place = neighbour === undefined ? {} : end === 'top' ? { beforeId: neighbour } : { afterId: neighbour };
    onClose();
    onPlace(task.id, { status, ...place });
  };

  return (
    <Dialog title={t('board.moveTitle', { key: task.key })} description={task.title} isOpen onClose={onClose}>
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('tasks.status')}>
          {(control) => <Select {...control} value={status} options={options} onChange={setStatus} />}
        </Field>
        <Field label={t('board.position')}>
          {(control) => (
            <Select
              {...control}
              value={end}
              onChange={setEnd}
              options={[
                { value: 'top', label: t('board.top') },
                { value: 'bottom', label: t('board.bottom') },
              ]}
            />
          )}
        </Field>
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit">
            {t('board.move')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
