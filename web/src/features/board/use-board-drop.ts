import { type RefObject, useEffect, useRef } from 'react';
import type { Place } from '@/features/board/board-state';
import { withDragKit } from '@/features/board/with-drag-kit';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Turns a drop into a place: beside the card under the pointer, or at the end of the lane. */
export function useBoardDrop(
  boardRef: RefObject<HTMLElement | null>,
  lastIdOf: (status: string, exceptId: string) => string | undefined,
  onPlace: (id: string, place: Place) => void,
) {
  const latest = useRef({ lastIdOf, onPlace });
  latest.current = { lastIdOf, onPlace };

  // Drag and drop works on elements, outside React.
  useEffect(() => {
    const element = boardRef.current;
    if (!element) return undefined;
    return withDragKit((kit) =>
      kit.combine(
        kit.autoScrollForElements({ element }),
        kit.monitorForElements({
          canMonitor: ({ source }) => source.data.kind === 'card',
          onDrop: ({ source, location }) => {
            const id = text(source.data.id);
            const targets = location.current.dropTargets;
            const lane = targets.find((target) => target.data.kind === 'lane');
            const card = targets.find((target) => target.data.kind === 'card');
            if (!lane) return;
            const status = text(lane.data.status);
            if (card) {
              const cardId = text(card.data.id);
              const isBefore = kit.extractClosestEdge(card.data) === 'top';
              latest.current.onPlace(id, isBefore ? { status, beforeId: cardId } : { status, afterId: cardId });
              return;
            }
            const afterId = latest.current.lastIdOf(status, id);
            latest.current.onPlace(id, afterId === undefined ? { status } : { status, afterId });
          },
        }),
      ),
    );
  }, [boardRef]);
}
