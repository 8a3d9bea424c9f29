import { type FormEvent, useState } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Input } from '@/ui/input';

type Props = { label: string; placeholder: string; onAdd: (name: string) => void };

/** A line for the name of one more. */
export function AddLine({ label, placeholder, onAdd }: Props) {
  const [name, setName] = useState('');
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <form className="line-form w-full" onSubmit={handleSubmit}>
      <Input
        aria-label={label}
        placeholder={placeholder}
        maxLength={60}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" disabled={!name.trim()}>
        {t('settings.labelCreate')}
      </Button>
    </form>
  );
}
