import { type ComponentProps, useState } from 'react';
import { formatMinutes, parseLag } from '@/lib/duration';
import { Input } from '@/ui/input';

type Props = Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'type'> & {
  value: number | null;
  /** Minutes; NaN for what cannot be read, so that nothing is saved that does not stand there. */
  onChange: (minutes: number | null) => void;
};

const textOf = (minutes: number | null) =>
  minutes === null ? '' : Number.isNaN(minutes) ? '?' : `${minutes < 0 ? '-' : ''}${formatMinutes(Math.abs(minutes))}`;

/** A length of time as it is typed: `2h 30m`. */
export function LengthInput({ value, onChange, ...rest }: Props) {
  const [text, setText] = useState(() => textOf(value));
  const handleChange = (next: string) => {
    setText(next);
    onChange(next.trim() ? (parseLag(next) ?? Number.NaN) : null);
  };
  return (
    <Input
      {...rest}
      aria-invalid={Number.isNaN(value) || undefined}
      autoComplete="off"
      placeholder="2h 30m"
      value={text}
      onChange={({ target }) => handleChange(target.value)}
    />
  );
}
