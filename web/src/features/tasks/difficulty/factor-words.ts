import type { DifficultyFactor } from '@/api/types';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';

/** How much of a factor a task has, as its explanation says it. */
export function factorText({ name, amount }: DifficultyFactor): string {
  switch (name) {
    case 'estimate':
      return amount === 0 ? t('difficulty.noEstimate') : t('difficulty.estimate', { time: formatMinutes(amount) });
    case 'parts':
      return t('difficulty.parts', { count: amount });
    case 'dependencies':
      return t('difficulty.dependencies', { count: amount });
    case 'people':
      return t('difficulty.people', { count: amount });
  }
}

/** What would make it count more; null when it counts the most. */
export function nextText({ name, nextAt }: DifficultyFactor): string | null {
  if (nextAt === null) return null;
  return t('difficulty.next', { amount: name === 'estimate' ? formatMinutes(nextAt) : nextAt });
}
