import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';

type Props = {
  isChecked: boolean | 'indeterminate';
  onChange: (isChecked: boolean) => void;
  label?: string;
  id?: string;
  /** False in lists where only one row takes part in the Tab order. */
  isTabStop?: boolean;
};

export function Checkbox({ isChecked, onChange, label, id, isTabStop = true }: Props) {
  return (
    <Radix.Root
      id={id}
      className="checkbox"
      checked={isChecked}
      aria-label={label}
      tabIndex={isTabStop ? undefined : -1}
      onCheckedChange={(state) => onChange(state === true)}
    >
      <Radix.Indicator>
        {isChecked === 'indeterminate' ? <Minus size={12} strokeWidth={3} /> : <Check size={12} strokeWidth={3} />}
      </Radix.Indicator>
    </Radix.Root>
  );
}
