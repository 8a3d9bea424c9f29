import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import type { Task } from '@/api/types';
import { TaskCard } from '@/features/board/task-card';

export type CardFocus = { id: string | null; tick: number };

type Props = {
  tasks: readonly Task[];
  scroller: HTMLElement;
  focus: CardFocus;
  movingId: string | null;
  onEnd: (() => void) | null;
};

const CARD_PX = 118;

/** Only the cards on the screen are mounted, and the focused one. */
export function LaneCards({ tasks, scroller, focus, movingId, onEnd }: Props) {
  const focusIndex = tasks.findIndex((task) => task.id === focus.id);
  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller,
    estimateSize: () => CARD_PX,
    getItemKey: (index) => tasks[index]?.id ?? index,
    overscan: 4,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return focusIndex < 0 || shown.includes(focusIndex) ? shown : [...shown, focusIndex].sort((a, b) => a - b);
    },
  });
  const rows = virtual.getVirtualItems();
  const isAtEnd = (rows.at(-1)?.index ?? -1) >= tasks.length - 3;

  // The scroll position belongs to the browser: the focused card is brought into view after it moved.
  useEffect(() => {
    if (focusIndex >= 0 && focus.tick > 0) virtual.scrollToIndex(focusIndex, { align: 'auto' });
  }, [focus.tick, focusIndex, virtual]);

  // The next page is asked for when the end comes into sight.
  useEffect(() => {
    if (isAtEnd) onEnd?.();
  }, [isAtEnd, onEnd]);

  return (
    <div className="relative" style={{ height: virtual.getTotalSize() }}>
      {rows.map((row) => {
        const task = tasks[row.index];
        if (!task) return null;
        return (
          <div
            key={row.key}
            ref={virtual.measureElement}
            data-index={row.index}
            className="card-slot"
            style={{ transform: `translateY(${row.start}px)` }}
          >
            <TaskCard
              task={task}
              position={row.index + 1}
              count={tasks.length}
              isTabStop={focusIndex >= 0 ? row.index === focusIndex : row.index === 0}
              isMoving={task.id === movingId}
              focusTick={task.id === focus.id ? focus.tick : 0}
            />
          </div>
        );
      })}
    </div>
  );
}
