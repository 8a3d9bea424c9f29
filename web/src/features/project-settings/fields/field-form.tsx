import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { CustomField, FieldType, TaskType } from '@/api/types';
import type { FieldDraft } from '@/features/project-settings/fields/field-queries';
import { FieldTypesPick } from '@/features/project-settings/fields/field-types-pick';
import { FormulaEdit } from '@/features/project-settings/fields/formula-edit';
import { RollUpEdit } from '@/features/project-settings/fields/roll-up-edit';
import { type RollUp, rollUpOf } from '@/features/project-settings/fields/roll-up-words';
import { FIELD_TYPE_TEXT, isComputed } from '@/features/projects/custom-field-queries';
import { type Text, t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';

type Props = {
  /** Null: a new one is made. */
  field: CustomField | null;
  /** What formulas and roll-ups can take, and the types that can have the field. */
  fields: readonly CustomField[];
  types: readonly TaskType[];
  /** What was sent last, and what was said of it. */
  sent?: { draft: FieldDraft | undefined; error: unknown };
  isBusy?: boolean;
  onSave: (draft: FieldDraft) => void;
  onClose: () => void;
};

const isType = (value: string): value is FieldType => value in FIELD_TYPE_TEXT;
const TYPES = Object.keys(FIELD_TYPE_TEXT).filter(isType);

const REQUIRED_TEXT: Record<CustomField['required'], Text> = {
  never: 'fields.required.never',
  creation: 'fields.required.creation',
  completion: 'fields.required.completion',
};
const isRequired = (value: string): value is CustomField['required'] => value in REQUIRED_TEXT;
const REQUIRED = Object.keys(REQUIRED_TEXT).filter(isRequired);

const lines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** What the server says of the formula that it was sent, and at which character. */
function formulaFaultOf(error: unknown, asked: string) {
  const [detail] = error instanceof ApiError ? (error.errors.formula ?? []) : [];
  if (!(error instanceof ApiError) || detail === undefined) return null;
  const { position } = error.problem;
  const place = typeof position === 'number' ? position : null;
  return { asked, fault: { position: place, detail: detail.replace(/^At position \d+: /, '') } };
}

/** What a field is; its type is chosen once. */
export function FieldForm({ field, fields, types, sent, isBusy = false, onSave, onClose }: Props) {
  const [name, setName] = useState(field?.name ?? '');
  const [type, setType] = useState<FieldType>(field?.type ?? 'text');
  const [description, setDescription] = useState(field?.description ?? '');
  const [options, setOptions] = useState(field?.options.join('\n') ?? '');
  const [currency, setCurrency] = useState(field?.currency ?? '');
  const [formula, setFormula] = useState(field?.formula ?? '');
  const [rollUp, setRollUp] = useState<RollUp>(() => rollUpOf(field));
  const [taskTypes, setTaskTypes] = useState<readonly string[]>(field?.taskTypes ?? []);
  const [required, setRequired] = useState(field?.required ?? 'never');
  const hasOptions = type === 'choice' || type === 'choices';
  const error = sent?.error;
  const faults = error instanceof ApiError ? error.errors : {};

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSave({
      name: name.trim(),
      type,
      description: description.trim(),
      options: hasOptions ? lines(options) : [],
      currency: type === 'money' ? currency.trim().toUpperCase() || null : null,
      formula: type === 'formula' ? formula : null,
      rollUp: type === 'rollup' ? rollUp : null,
      taskTypes: [...taskTypes],
      required: isComputed({ type }) ? ('never' as const) : required,
    });
  };
  return (
    <Dialog
      title={field ? t('fields.editTitle', { name: field.name }) : t('fields.add')}
      isOpen
      onClose={onClose}
      width={460}
    >
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('fields.name')} errors={faults.name}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('fields.type')}
          hint={field && !isComputed(field) ? t('fields.typeFixed') : undefined}
          errors={faults.type}
        >
          {(control) => (
            <Select
              {...control}
              disabled={field !== null}
              value={type}
              options={TYPES.map((value) => ({ value, label: t(FIELD_TYPE_TEXT[value]) }))}
              onChange={setType}
            />
          )}
        </Field>
        {hasOptions && (
          <Field label={t('fields.options')} hint={t('fields.optionsHint')} errors={faults.options}>
            {(control) => (
              <Textarea
                {...control}
                rows={5}
                required
                value={options}
                onChange={(event) => setOptions(event.target.value)}
              />
            )}
          </Field>
        )}
        {type === 'money' && (
          <Field label={t('fields.currency')} hint={t('fields.currencyHint')} errors={faults.currency}>
            {(control) => (
              <Input
                {...control}
                className="max-w-28 uppercase"
                maxLength={3}
                value={currency}
                onChange={(event) => setCurrency(event.target.value)}
              />
            )}
          </Field>
        )}
        {type === 'formula' && (
          <FormulaEdit
            value={formula}
            fields={fields}
            fault={formulaFaultOf(error, sent?.draft?.formula ?? '')}
            onChange={setFormula}
          />
        )}
        {type === 'rollup' && <RollUpEdit value={rollUp} fields={fields} errors={faults} onChange={setRollUp} />}
        <Field label={t('fields.taskTypes')} hint={t('fields.taskTypesHint')} errors={faults.taskTypes}>
          {(control) => <FieldTypesPick id={control.id} types={types} chosen={taskTypes} onChange={setTaskTypes} />}
        </Field>
        {!isComputed({ type }) && (
          <Field label={t('fields.required')} errors={faults.required}>
            {(control) => (
              <Select
                {...control}
                value={required}
                options={REQUIRED.map((value) => ({ value, label: t(REQUIRED_TEXT[value]) }))}
                onChange={setRequired}
              />
            )}
          </Field>
        )}
        <Field label={t('fields.description')} errors={faults.description}>
          {(control) => (
            <Input
              {...control}
              maxLength={2000}
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
        {Boolean(error) && Object.keys(faults).length === 0 && (
          <p role="alert" className="text-xs text-danger">
            {t('fields.saveFailed', { reason: reasonOf(error) })}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={isBusy} disabled={!name.trim()}>
            {t(field ? 'fields.save' : 'fields.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
