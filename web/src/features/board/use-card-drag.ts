import type { Edge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type RefObject, useEffect, useState } from 'react';
import { withDragKit } from '@/features/board/with-drag-kit';
import { taskFeed } from '@/features/tasks/task-feed';

/** Makes a card draggable and a target, and tells on which side of it a drop would land. */
export function useCardDrag(ref: RefObject<HTMLElement | null>, id: string, status: string) {
  const [isDragging, setIsDragging] = useState(false);
  const [edge, setEdge] = useState<Edge | null>(null);

  // Drag and drop works on the element, outside React.
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    let release = () => {};
    const data = { kind: 'card', id, status };
    return withDragKit((kit) =>
      kit.combine(
        // A card that is unmounted while it is dragged never hears of the drop.
        () => release(),
        kit.draggable({
          element,
          getInitialData: () => data,
          onDragStart: () => {
            release = taskFeed.hold(id);
            setIsDragging(true);
          },
          onDrop: () => {
            release();
            setIsDragging(false);
          },
        }),
        kit.dropTargetForElements({
          element,
          canDrop: ({ source }) => source.data.kind === 'card' && source.data.id !== id,
          getData: ({ input }) => kit.attachClosestEdge(data, { element, input, allowedEdges: ['top', 'bottom'] }),
          onDrag: ({ self }) => setEdge(kit.extractClosestEdge(self.data)),
          onDragLeave: () => setEdge(null),
          onDrop: () => setEdge(null),
        }),
      ),
    );
  }, [ref, id, status]);

  return { isDragging, edge };
}
