import type { Rate } from '@/api/types';
import { addDays, type DateOnly } from '@/lib/dates';

/** A rate with the last day on which it counts; null where it has not ended and no other follows. */
export type RateSpan = { rate: Rate; until: DateOnly | null };
export type RateGroup = { userId: string | null; spans: RateSpan[] };

/** The rates of everybody first, then those of each person; the latest first. */
export function rateGroups(rates: readonly Rate[]): RateGroup[] {
  const groups = new Map<string | null, Rate[]>();
  for (const rate of rates) groups.set(rate.userId, [...(groups.get(rate.userId) ?? []), rate]);
  return [...groups]
    .sort(([a], [b]) => Number(a !== null) - Number(b !== null))
    .map(([userId, held]) => {
      const sorted = held.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
      return {
        userId,
        spans: sorted.map((rate, index) => {
          const next = sorted[index - 1];
          const before = next ? addDays(next.validFrom, -1) : null;
          const { validUntil } = rate;
          return { rate, until: before && (!validUntil || before < validUntil) ? before : validUntil };
        }),
      };
    });
}

export const isNow = ({ rate, until }: RateSpan, now: DateOnly): boolean =>
  rate.validFrom <= now && (until === null || now <= until);
