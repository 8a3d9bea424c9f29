import { t } from '@/lib/i18n';
import { Input } from '@/ui/input';

type Props = { id?: string; label?: string; value: number | null; onChange: (days: number | null) => void };

/** Days after the day of use; empty for none. */
export function DaysInput({ id, label, value, onChange }: Props) {
  return (
    <Input
      id={id}
      aria-label={label}
      type="number"
      placeholder={t('templates.days')}
      min={-3650}
      max={3650}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : Math.trunc(Number(target.value)))}
    />
  );
}
