import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '@/api/reason';
import type { Task } from '@/api/types';
import { cyclesQuery, useCycles } from '@/features/cycles/cycle-queries';
import { useCapacityWarning } from '@/features/cycles/use-capacity-warning';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import { Combobox } from '@/ui/combobox';
import type { ComboboxOption } from '@/ui/combobox-list';
import { showToast } from '@/ui/toast-store';

type Props = { projectId: string; tasks: readonly Task[] };

const TAKE = 'in:';
const DROP = 'out:';

/** Takes all that is selected into an open cycle, or out of it. */
export function CycleBulk({ projectId, tasks }: Props) {
  const { data: cycles = [] } = useQuery(cyclesQuery(projectId));
  const { add, dropMany } = useCycles(projectId);
  const warn = useCapacityWarning();
  const open = cycles.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;

  const taskIds = tasks.map(({ id }) => id);
  const onError = (fault: unknown) =>
    void showToast(t('cycles.saveFailed', { reason: reasonOf(fault) }), { tone: 'danger' });
  const handleChange = ([value = '']: string[]) => {
    const isTaking = value.startsWith(TAKE);
    const cycle = open.find(({ id }) => value === `${isTaking ? TAKE : DROP}${id}`);
    if (!cycle) return;
    const { id, name } = cycle;
    if (isTaking) {
      const onSuccess = () => {
        showToast(t('cycles.tookIn', { count: taskIds.length, name }));
        return warn(cycle);
      };
      add.mutate({ id, taskIds }, { onSuccess, onError });
    } else {
      dropMany.mutate(
        { id, taskIds },
        {
          onSuccess: (gone) => {
            const onAct = () => add.mutate({ id, taskIds: gone }, { onError });
            const undo = gone.length > 0 ? { action: { label: t('ui.undo'), onAct } } : {};
            showToast(t('cycles.tookOut', { count: gone.length, name }), undo);
          },
          onError,
        },
      );
    }
  };
  const options: ComboboxOption[] = [
    ...open.map(({ id, name }) => ({ value: `${TAKE}${id}`, label: t('cycles.takeInto', { name }) })),
    ...open
      .filter(({ taskCount }) => taskCount > 0)
      .map(({ id, name }) => ({ value: `${DROP}${id}`, label: t('cycles.takeOutOf', { name }) })),
  ];
  return (
    <Combobox
      label={t('cycles.bulk')}
      trigger={
        <button type="button" className="btn btn-ghost">
          {t('cycles.bulk')}
        </button>
      }
      options={options}
      chosen={[]}
      onChange={handleChange}
    />
  );
}
