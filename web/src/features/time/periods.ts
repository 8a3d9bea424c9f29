import { addDays, type DateOnly, mondayOf } from '@/lib/dates';
import type { Text } from '@/lib/i18n';

export const PERIODS = ['week', 'lastWeek', 'month', 'lastMonth', 'all'] as const;
export type Period = (typeof PERIODS)[number];

export const PERIOD_TEXT: Record<Period, Text> = {
  week: 'time.period.week',
  lastWeek: 'time.period.lastWeek',
  month: 'time.period.month',
  lastMonth: 'time.period.lastMonth',
  all: 'time.period.all',
};

export const periodOf = (value: string | undefined): Period => PERIODS.find((period) => period === value) ?? 'week';

/** First and last day; nothing for all time. */
export function daysOf(period: Period, now: DateOnly): { from?: DateOnly; to?: DateOnly } {
  const firstOfMonth = `${now.slice(0, 8)}01`;
  switch (period) {
    case 'week':
      return { from: mondayOf(now), to: addDays(mondayOf(now), 6) };
    case 'lastWeek':
      return { from: addDays(mondayOf(now), -7), to: addDays(mondayOf(now), -1) };
    case 'month':
      return { from: firstOfMonth, to: addDays(`${addDays(firstOfMonth, 31).slice(0, 8)}01`, -1) };
    case 'lastMonth': {
      const last = addDays(firstOfMonth, -1);
      return { from: `${last.slice(0, 8)}01`, to: last };
    }
    case 'all':
      return {};
  }
}
