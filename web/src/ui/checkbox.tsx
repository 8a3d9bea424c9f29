import { Check, Minus } from 'lucide-react';
import type { KeyboardEvent } from 'react';

type Props = {
  isChecked: boolean | 'indeterminate';
  onChange: (isChecked: boolean) => void;
  label?: string;
  id?: string;
  /** False in lists where only one row takes part in the Tab order. */
  isTabStop?: boolean;
  isDisabled?: boolean;
};

// Space ticks; Enter belongs to what is around it.
const leaveEnterAlone = (event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault();

/** One element, because long lists have one in each row. */
export function Checkbox({ isChecked, onChange, label, id, isTabStop = true, isDisabled }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input holds no icon, and would let its label tick it behind the row's back.
    <button
      type="button"
      role="checkbox"
      id={id}
      disabled={isDisabled}
      className="checkbox"
      aria-checked={isChecked === 'indeterminate' ? 'mixed' : isChecked}
      aria-label={label}
      tabIndex={isTabStop ? undefined : -1}
      onKeyDown={leaveEnterAlone}
      onClick={() => onChange(isChecked !== true)}
    >
      {isChecked === 'indeterminate' && <Minus size={12} strokeWidth={3} />}
      {isChecked === true && <Check size={12} strokeWidth={3} />}
    </button>
  );
}
