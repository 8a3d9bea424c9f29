import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Cycle } from '@/api/types';
import { useCycles } from '@/features/cycles/cycle-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/toast-store';

type Props = { cycle: Cycle; others: readonly Cycle[]; onClose: () => void };

/** What is done counts for the cycle for good; the person says where the rest goes. */
export function CloseCycleDialog({ cycle, others, onClose }: Props) {
  const { close } = useCycles(cycle.projectId);
  const open = others.filter((other) => other.state === 'open' && other.id !== cycle.id);
  const next = open.find((other) => other.startDate >= cycle.startDate) ?? open[0];
  const [target, setTarget] = useState(next?.id ?? '');
  const left = cycle.taskCount - cycle.completedCount;
  const handleClose = () =>
    close.mutate(
      { id: cycle.id, carryOverTo: left > 0 && target ? target : null },
      {
        onSuccess: () => {
          onClose();
          showToast(t('cycles.wasClosed', { name: cycle.name }));
        },
      },
    );
  return (
    <Dialog
      title={t('cycles.closeAsk', { name: cycle.name })}
      description={t('cycles.closeText', { done: cycle.completedCount, count: cycle.taskCount })}
      isOpen
      onClose={onClose}
      width={440}
    >
      {left > 0 && (
        <Field label={t('cycles.rest', { count: left })} hint={open.length === 0 ? t('cycles.noNext') : undefined}>
          {(control) => (
            <Select
              {...control}
              value={target}
              options={[
                ...open.map(({ id, name }) => ({ value: id, label: t('cycles.carryTo', { name }) })),
                { value: '', label: t('cycles.carryNowhere') },
              ]}
              onChange={setTarget}
            />
          )}
        </Field>
      )}
      {close.error && (
        <p role="alert" className="text-xs text-danger">
          {t('cycles.saveFailed', { reason: reasonOf(close.error) })}
        </p>
      )}
      <div className="dialog-actions">
        <Button variant="ghost" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button variant="primary" isBusy={close.isPending} onClick={handleClose}>
          {t('cycles.close')}
        </Button>
      </div>
    </Dialog>
  );
}
