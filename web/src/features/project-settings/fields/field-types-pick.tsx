import { ChevronDown } from 'lucide-react';
import type { TaskType } from '@/api/types';
import { TypeIcon } from '@/features/tasks/type-icon';
import { t } from '@/lib/i18n';
import { Combobox } from '@/ui/combobox';
import type { FieldControl } from '@/ui/field';

type Props = {
  control: FieldControl;
  types: readonly TaskType[];
  chosen: readonly string[];
  onChange: (keys: string[]) => void;
};

/** The types whose tasks have a field; chosen none, all have it. */
export function FieldTypesPick({ control, types, chosen, onChange }: Props) {
  const names = types.filter(({ key }) => chosen.includes(key)).map(({ name }) => name);
  return (
    <Combobox
      label={t('fields.taskTypes')}
      isMultiple
      options={types.map((type) => ({ value: type.key, label: type.name, icon: <TypeIcon type={type} /> }))}
      chosen={[...chosen]}
      onChange={onChange}
      trigger={
        <button {...control} type="button" className="input flex items-center justify-between gap-3 text-start">
          <span className="truncate">{names.join(', ') || t('fields.allTaskTypes')}</span>
          <ChevronDown size={15} aria-hidden="true" className="flex-none text-ink-3" />
        </button>
      }
    />
  );
}
