import type { CustomField } from '@/api/types';
import { type Text, t } from '@/lib/i18n';

type Given = NonNullable<CustomField['rollUp']>;
export type RollUpFunction = NonNullable<Given['function']>;
export type RollUp = { function: RollUpFunction; field: string | null };

/** What a field rolls up; the sum of estimates where it does not yet. */
export const rollUpOf = (field: CustomField | null): RollUp => ({
  function: field?.rollUp?.function ?? 'sum',
  field: field?.rollUp?.field ?? null,
});

/** In the order in which they are offered. */
export const FUNCTION_TEXT: Record<RollUpFunction, Text> = {
  sum: 'fields.rollUp.sum',
  average: 'fields.rollUp.average',
  min: 'fields.rollUp.min',
  max: 'fields.rollUp.max',
  count: 'fields.rollUp.count',
};

/** What a roll-up takes when it takes no field. */
export const withoutField = (name: RollUpFunction): string =>
  t(name === 'count' ? 'fields.rollUp.tasks' : 'fields.rollUp.estimates');

/** `Sum of Cost`. */
export function rollUpText(field: CustomField): string {
  const { function: name, field: rolled } = rollUpOf(field);
  return t('fields.rollUp.of', { name: t(FUNCTION_TEXT[name]), field: rolled ?? withoutField(name) });
}
