import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';

type Props = {
  isChecked: boolean | 'indeterminate';
  onChange: (isChecked: boolean) => void;
  label?: string;
  id?: string;
};

export function Checkbox({ isChecked, onChange, label, id }: Props) {
  return (
    <Radix.Root
      id={id}
      className="checkbox"
      checked={isChecked}
      aria-label={label}
      onCheckedChange={(state) => onChange(state === true)}
    >
      <Radix.Indicator>
        {isChecked === 'indeterminate' ? <Minus size={12} strokeWidth={3} /> : <Check size={12} strokeWidth={3} />}
      </Radix.Indicator>
    </Radix.Root>
  );
}
