import { useId } from 'react';
import { t } from '@/lib/i18n';
import { Checkbox } from '@/ui/checkbox';

type Props = { group: string; isExclusive: boolean; onChange: (isExclusive: boolean) => void };

/** Whether a task carries at most one label of a group. */
export function GroupChoice({ group, isExclusive, onChange }: Props) {
  const id = useId();
  return (
    <span className="flex items-center gap-2 py-1 text-xs text-ink-2">
      <Checkbox id={id} isChecked={isExclusive} onChange={onChange} />
      <label htmlFor={id}>{t('settings.groupExclusive', { group })}</label>
    </span>
  );
}
