import type { CustomField, FieldType, Member } from '@/api/types';
import { valueType } from '@/features/projects/custom-field-queries';
import { listWords, personName } from '@/features/tasks/field-words';
import { type DateOnly, shortDate } from '@/lib/dates';
import { formatLocale } from '@/lib/format-locale';
import { t } from '@/lib/i18n';

type Words = { members: readonly Member[]; now: DateOnly };

/** A value of a field of one's own in words; null where there is none. */
export function ownText(field: CustomField, value: unknown, { members, now }: Words): string | null {
  const { currency } = field;
  const type = valueType(field);
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length > 0 ? listWords(value.map(String)) : null;
  if (typeof value === 'boolean') return t(value ? 'peek.yes' : 'peek.no');
  if (typeof value === 'number') {
    if (type === 'rating') return '★'.repeat(value);
    const style = type === 'money' && currency ? ({ style: 'currency', currency } as const) : {};
    return new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 6, ...style }).format(value);
  }
  if (type === 'date') return shortDate(String(value), now);
  return type === 'person' ? personName(String(value), members) : String(value);
}

/** What was typed as a value: null for nothing, undefined for what is none. */
export function readOwn(type: FieldType, text: string): string | number | null | undefined {
  if (text === '') return null;
  if (type === 'number' || type === 'money') {
    const number = Number(text.replace(',', '.'));
    return Number.isFinite(number) ? number : undefined;
  }
  if (type === 'link') return /^https?:\/\/\S+$/.test(text) ? text : undefined;
  return text;
}
