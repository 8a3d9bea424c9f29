import type { TaskType } from '@/api/types';
import { TypeIcon } from '@/features/tasks/type-icon';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';

type Props = {
  id: string | undefined;
  types: readonly TaskType[];
  chosen: readonly string[];
  onChange: (keys: string[]) => void;
};

/** The types whose tasks have a field; chosen none, all have it. */
export function FieldTypesPick({ id, types, chosen, onChange }: Props) {
  const names = types.filter(({ key }) => chosen.includes(key)).map(({ name }) => name);
  return (
    <Combobox
      label={t('fields.taskTypes')}
      isMultiple
      options={types.map((type) => ({ value: type.key, label: type.name, icon: <TypeIcon type={type} /> }))}
      chosen={[...chosen]}
      onChange={onChange}
      trigger={
        <Button id={id} className="justify-self-start">
          <span className="truncate">{names.join(', ') || t('fields.allTaskTypes')}</span>
        </Button>
      }
    />
  );
}
