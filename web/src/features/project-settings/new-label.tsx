import { type FormEvent, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Label } from '@/api/types';
import { useLabels } from '@/features/project-settings/settings-queries';
import { PALETTE } from '@/features/projects/palette';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Input } from '@/ui/input';

type Props = { projectId: string; known: readonly Label[] };

/** A colour that the fewest labels have comes first. */
export function nextColour(known: readonly Pick<Label, 'color'>[]): string {
  const uses = (value: string) => known.filter((label) => label.color.toLowerCase() === value).length;
  return [...PALETTE].sort((a, b) => uses(a.value) - uses(b.value))[0]?.value ?? '#75838a';
}

export function NewLabel({ projectId, known }: Props) {
  const [name, setName] = useState('');
  const { create } = useLabels(projectId);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const clean = name.trim();
    if (clean) create.mutate({ name: clean, color: nextColour(known) }, { onSuccess: () => setName('') });
  };
  return (
    <form className="grid gap-1.5" onSubmit={handleSubmit}>
      <div className="flex gap-2">
        <Input
          aria-label={t('settings.labelName')}
          placeholder={t('settings.labelNew')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button variant="primary" type="submit" isBusy={create.isPending} disabled={!name.trim()}>
          {t('settings.labelCreate')}
        </Button>
      </div>
      {create.error && (
        <p role="alert" className="text-xs text-danger">
          {t('settings.labelCreateFailed', { reason: reasonOf(create.error) })}
        </p>
      )}
    </form>
  );
}
