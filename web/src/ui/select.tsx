import type { SelectHTMLAttributes } from 'react';
import { cx } from '@/lib/class-names';

type Option<Value extends string> = { value: Value; label: string };
type Props<Value extends string> = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> & {
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
};

/** The system's own list: the best one on phones and for screen readers. Menus and Combobox serve the richer cases. */
export function Select<Value extends string>({ value, options, onChange, className, ...rest }: Props<Value>) {
  const handleChange = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <select
      {...rest}
      value={value}
      onChange={(event) => handleChange(event.target.value)}
      className={cx('input', className)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
