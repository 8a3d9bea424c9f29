import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type RefObject, useEffect, useRef } from 'react';
import type { Place } from '@/features/board/board-state';
import { scrollAtEdges } from '@/features/board/scroll-at-edges';

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
    return combine(
      scrollAtEdges(element),
      monitorForElements({
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
            const isBefore = extractClosestEdge(card.data) === 'top';
            latest.current.onPlace(id, isBefore ? { status, beforeId: cardId } : { status, afterId: cardId });
            return;
          }
          const afterId = latest.current.lastIdOf(status, id);
          latest.current.onPlace(id, afterId === undefined ? { status } : { status, afterId });
        },
      }),
    );
  }, [boardRef]);
}
