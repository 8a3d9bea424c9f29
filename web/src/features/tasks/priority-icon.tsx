import type { Priority } from '@/api/types';
import { priorityLabel } from '@/features/tasks/task-state';

const BARS: Record<Priority, number> = { none: 0, low: 1, medium: 2, high: 3, urgent: 4 };

type Props = { priority: Priority; size?: number };

export function PriorityIcon({ priority, size = 16 }: Props) {
  const bars = BARS[priority];
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" role="img" aria-label={priorityLabel(priority)}>
      {bars === 4 && (
        <>
          <rect x="1" y="1" width="14" height="14" rx="3.2" fill="var(--danger)" />
          <path d="M8 4.2v4.4M8 11.4v.2" stroke="var(--card)" strokeWidth="2" strokeLinecap="round" />
        </>
      )}
      {bars === 0 && (
        <path d="M2.5 8h2M7 8h2m2.500 0h2" stroke="var(--ink-3)" strokeWidth="1.6" strokeLinecap="round" />
      )}
      {bars > 0 &&
        bars < 4 &&
        [1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={-1.6 + bar * 3.9}
            y={12.5 - bar * 3.1}
            width="2.7"
            height={bar * 3.1 + 1}
            rx="0.9"
            fill="var(--ink-2)"
            opacity={bar <= bars ? 1 : 0.25}
          />
        ))}
    </svg>
  );
}
