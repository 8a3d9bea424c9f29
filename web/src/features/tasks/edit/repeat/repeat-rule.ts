import type { Text } from '@/lib/i18n';

export const UNITS = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Unit = (typeof UNITS)[number];
export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Day = (typeof DAYS)[number];

export const UNIT_TEXT: Record<Unit, Text> = {
  DAILY: 'peek.every.day',
  WEEKLY: 'peek.every.week',
  MONTHLY: 'peek.every.month',
  YEARLY: 'peek.every.year',
};

/** The rules that the form can make; others are shown and kept as they are. */
export type SimpleRule = { unit: Unit; interval: number; days: readonly Day[] };

/** Reads a rule of RFC 5545; null for one with more to it than the form has. */
export function readRule(rule: string): SimpleRule | null {
  const parts = new Map(
    rule
      .replace(/^RRULE:/, '')
      .split(';')
      .map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=');
        return [name.toUpperCase(), value.toUpperCase()];
      }),
  );
  const unit = UNITS.find((candidate) => candidate === parts.get('FREQ'));
  if (!unit || [...parts.keys()].some((name) => !['FREQ', 'INTERVAL', 'BYDAY'].includes(name))) return null;
  const named = parts.get('BYDAY')?.split(',') ?? [];
  const days = DAYS.filter((day) => named.includes(day));
  if (days.length !== named.length || (days.length > 0 && unit !== 'WEEKLY')) return null;
  const interval = Number(parts.get('INTERVAL') ?? 1);
  return Number.isInteger(interval) && interval > 0 ? { unit, interval, days } : null;
}

export function writeRule({ unit, interval, days }: SimpleRule): string {
  const every = interval > 1 ? [`INTERVAL=${interval}`] : [];
  const on =
    unit === 'WEEKLY' && days.length > 0 ? [`BYDAY=${DAYS.filter((day) => days.includes(day)).join(',')}`] : [];
  return [`FREQ=${unit}`, ...every, ...on].join(';');
}
