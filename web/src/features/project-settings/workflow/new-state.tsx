import { type FormEvent, useState } from 'react';
import type { StatusCategory } from '@/api/types';
import { CATEGORY_TEXT } from '@/features/project-settings/workflow/state-row';
import { CATEGORIES } from '@/features/project-settings/workflow/workflow-state';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type Props = { isBusy: boolean; onAdd: (name: string, category: StatusCategory) => void };

export function NewState({ isBusy, onAdd }: Props) {
  const [name, setName] = useState('');
  const [category, setCategory] = useState<StatusCategory>('started');
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    onAdd(name.trim(), category);
    setName('');
  };
  return (
    <form className="line-form" onSubmit={handleSubmit}>
      <Input
        aria-label={t('workflow.newName')}
        placeholder={t('workflow.new')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        aria-label={t('workflow.category')}
        value={category}
        options={CATEGORIES.map((value) => ({ value, label: t(CATEGORY_TEXT[value]) }))}
        onChange={setCategory}
      />
      <Button variant="primary" type="submit" isBusy={isBusy} disabled={!name.trim()}>
        {t('settings.labelCreate')}
      </Button>
    </form>
  );
}
