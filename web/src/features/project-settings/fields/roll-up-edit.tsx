import type { CustomField } from '@/api/types';
import {
  FUNCTION_TEXT,
  type RollUp,
  type RollUpFunction,
  withoutField,
} from '@/features/project-settings/fields/roll-up-words';
import { isComputed } from '@/features/projects/custom-field-queries';
import { t } from '@/lib/i18n';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

const isFunction = (value: string): value is RollUpFunction => value in FUNCTION_TEXT;
const FUNCTIONS = Object.keys(FUNCTION_TEXT).filter(isFunction);
const NUMBERS: readonly string[] = ['number', 'money', 'rating'];

type Props = {
  value: RollUp;
  fields: readonly CustomField[];
  errors: Record<string, string[] | undefined>;
  onChange: (value: RollUp) => void;
};

/** A function, and the field whose values it takes from all tasks below. */
export function RollUpEdit({ value, fields, errors, onChange }: Props) {
  const takesDates = value.function === 'min' || value.function === 'max' || value.function === 'count';
  const offered = fields.filter(
    (field) => !isComputed(field) && (NUMBERS.includes(field.type) || (takesDates && field.type === 'date')),
  );
  const chosen = offered.some(({ name }) => name === value.field) ? (value.field ?? '') : '';
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('fields.rollUp.function')} errors={errors['rollUp.function']}>
        {(control) => (
          <Select
            {...control}
            value={value.function}
            options={FUNCTIONS.map((name) => ({ value: name, label: t(FUNCTION_TEXT[name]) }))}
            onChange={(name) => onChange({ ...value, function: name })}
          />
        )}
      </Field>
      <Field label={t('fields.rollUp.field')} errors={errors['rollUp.field'] ?? errors.rollUp}>
        {(control) => (
          <Select
            {...control}
            value={chosen}
            options={[
              { value: '', label: withoutField(value.function) },
              ...offered.map(({ name }) => ({ value: name, label: name })),
            ]}
            onChange={(name) => onChange({ ...value, field: name || null })}
          />
        )}
      </Field>
      <p className="col-span-2 text-xs text-ink-3">{t('fields.rollUp.hint')}</p>
    </div>
  );
}
