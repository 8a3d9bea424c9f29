import type { StatusCategory } from '@/api/types';

type Props = { category: StatusCategory; isReview?: boolean; size?: number };

const COLOUR: Record<StatusCategory, string> = {
  backlog: 'var(--st-backlog)',
  unstarted: 'var(--st-todo)',
  started: 'var(--st-progress)',
  completed: 'var(--st-done)',
  cancelled: 'var(--st-cancelled)',
};

/** Shape first, colour second. Decorative: the state's name stands beside it or in the control's label. */
export function StatusIcon({ category, isReview = false, size = 16 }: Props) {
  const colour = isReview ? 'var(--st-review)' : COLOUR[category];
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden="true">
      {category === 'completed' || category === 'cancelled' ? (
        <circle cx="8" cy="8" r="7" fill={colour} />
      ) : (
        <circle
          cx="8"
          cy="8"
          r="6.2"
          stroke={colour}
          strokeWidth="1.7"
          strokeDasharray={category === 'backlog' ? '2.4 2.05' : undefined}
        />
      )}
      {category === 'started' && <path d={isReview ? THREE_QUARTERS : HALF} fill={colour} />}
      {category === 'completed' && <path d="m5 8.2 2.1 2.1L11 6.3" {...mark} />}
      {category === 'cancelled' && <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" {...mark} />}
    </svg>
  );
}

const HALF = 'M8 4.4a3.6 3.6 0 0 1 0 7.2z';
const THREE_QUARTERS = 'M8 8V4.4A3.6 3.6 0 1 1 4.4 8z';
const mark = { stroke: 'var(--sheet)', strokeWidth: 1.8, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
