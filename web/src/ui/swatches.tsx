import { Check } from 'lucide-react';
import { useId } from 'react';

type Props = {
  label: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** A row of colours, one of which is chosen. The tick tells it apart without colour. */
export function Swatches({ label, value, options, onChange }: Props) {
  const name = useId();
  return (
    <div className="swatches" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className="swatch" title={option.label} style={{ background: option.value }}>
          <input
            type="radio"
            className="sr-only"
            name={name}
            aria-label={option.label}
            checked={option.value.toLowerCase() === value?.toLowerCase()}
            onChange={() => onChange(option.value)}
          />
          <Check size={14} strokeWidth={3} aria-hidden="true" />
        </label>
      ))}
    </div>
  );
}
