import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { reasonOf } from '@/api/reason';
import { cycleSettingsQuery, useCycles } from '@/features/cycles/cycle-queries';
import { t } from '@/lib/i18n';
import { Checkbox } from '@/ui/checkbox';
import { showToast } from '@/ui/toast-store';

/** What managers decide about the cycles of their project. */
export function CycleSetting({ projectId }: { projectId: string }) {
  const id = useId();
  const { data } = useQuery(cycleSettingsQuery(projectId));
  const { decide } = useCycles(projectId);
  if (!data) return null;
  const handleChange = (allowsSeveral: boolean) =>
    decide.mutate(
      { allowsSeveral },
      {
        onError: (fault) => void showToast(t('cycles.saveFailed', { reason: reasonOf(fault) }), { tone: 'danger' }),
      },
    );
  return (
    <div className="cycle-setting">
      <Checkbox
        id={id}
        isChecked={decide.isPending ? decide.variables.allowsSeveral : data.allowsSeveral}
        onChange={handleChange}
      />
      <label htmlFor={id}>
        {t('cycles.several')}
        <span className="block text-xs text-ink-3">{t('cycles.severalHint')}</span>
      </label>
    </div>
  );
}
