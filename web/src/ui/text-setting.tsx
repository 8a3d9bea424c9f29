import { type KeyboardEvent, useState } from 'react';
import { useSave } from '@/lib/use-save';
import { Input } from '@/ui/input';
import { Setting } from '@/ui/setting';
import { Textarea } from '@/ui/textarea';

type Props = {
  label: string;
  hint?: string;
  value: string;
  onSave: (value: string) => Promise<unknown>;
  explain: (error: unknown) => string;
  isLong?: boolean;
  isRequired?: boolean;
  maxLength?: number;
  className?: string;
  clean?: (text: string) => string;
};

/** Saves when the field is left or Enter is pressed; what was typed stays in it when the server refuses. */
export function TextSetting({ label, hint, value, onSave, explain, isLong, isRequired, clean, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const { state, run } = useSave(onSave);
  const text = typed ?? value;

  const commit = async () => {
    if (typed === null) return;
    const next = typed.trim();
    if (next === value || (isRequired && !next)) return setTyped(null);
    if (await run(next)) setTyped(null);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setTyped(null);
    if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void commit();
    }
  };
  const handleChange = (next: string) => setTyped(clean ? clean(next) : next);

  return (
    <Setting label={label} hint={hint} state={state} explain={explain}>
      {(control) => {
        const shared = {
          ...control,
          ...rest,
          required: isRequired,
          value: text,
          onBlur: () => void commit(),
          onKeyDown: handleKey,
        };
        return isLong ? (
          <Textarea {...shared} onChange={(event) => handleChange(event.target.value)} />
        ) : (
          <Input {...shared} onChange={(event) => handleChange(event.target.value)} />
        );
      }}
    </Setting>
  );
}
