import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import type { ComboboxOption } from '@/ui/combobox-list';
import { Field } from '@/ui/field';

type Props = {
  label: string;
  options: ComboboxOption[];
  chosen: string[];
  onPick: (chosen: string[]) => void;
  onCreate?: (text: string) => void;
};

/** Several of a list, by their names. */
export function MultiPick({ label, options, chosen, onPick, onCreate }: Props) {
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  return (
    <Field label={label}>
      {({ id }) => (
        <Combobox
          label={label}
          isMultiple
          options={options}
          chosen={chosen}
          onChange={onPick}
          onCreate={onCreate}
          trigger={
            <Button id={id} className="template-pick" disabled={options.length === 0 && !onCreate}>
              <span className="truncate">{names.join(', ') || t('projectTemplates.none')}</span>
            </Button>
          }
        />
      )}
    </Field>
  );
}
