import { expect, it } from 'vitest';
import { burnUp } from '@/features/cycles/burn-up';

const line = (change: 'added' | 'removed' | 'carried_in' | 'carried_over', day: string) => ({
  taskId: crypto.randomUUID(),
  change,
  actorId: null,
  at: `${day}T12:00:00Z`,
});

it('counts what a cycle held and what was done at the end of each day', () => {
  const points = burnUp({
    log: [line('added', '2026-02-27'), line('carried_in', '2026-03-02'), line('removed', '2026-03-03')],
    tasks: [{ completedAt: '2026-03-02T15:00:00Z' }, { completedAt: null }],
    startDate: '2026-03-01',
    endDate: '2026-03-14',
    now: '2026-03-03',
  });
  expect(points).toEqual([
    { day: '2026-03-01', scope: 1, done: 0 },
    { day: '2026-03-02', scope: 2, done: 1 },
    { day: '2026-03-03', scope: 1, done: 1 },
  ]);
});
