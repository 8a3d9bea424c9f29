import type { DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';
import '@/lib/i18n-templates';
import { useToday } from '@/lib/use-today';
import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

export type TemplateAnswers = { values: Record<string, string>; date: DateOnly | null };

type Props = {
  variables: readonly string[];
  answers: TemplateAnswers;
  onChange: (answers: TemplateAnswers) => void;
};

/** What a template leaves open: the values of its variables, and the day from which its days count. */
export function TemplateValues({ variables, answers, onChange }: Props) {
  const now = useToday();
  const { values, date } = answers;
  return (
    <>
      {variables.map((name) => (
        <Field key={name} label={name.replaceAll('_', ' ')}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={2000}
              autoComplete="off"
              value={values[name] ?? ''}
              onChange={(event) => onChange({ ...answers, values: { ...values, [name]: event.target.value } })}
            />
          )}
        </Field>
      ))}
      <div className="flex items-center gap-3">
        <label htmlFor="template-day" className="font-medium">
          {t('templates.countedFrom')}
        </label>
        <DateField
          id="template-day"
          label={t('templates.countedFrom')}
          value={date ?? now}
          onChange={(next) => onChange({ ...answers, date: next })}
        />
      </div>
    </>
  );
}

/** The values of these variables, and whether all are there. */
export function answersOf(variables: readonly string[], { values }: TemplateAnswers) {
  const given = Object.fromEntries(variables.map((name) => [name, values[name]?.trim() ?? '']));
  return { given, isWhole: variables.every((name) => given[name] !== '') };
}
