import { type RefObject, useEffect, useState } from 'react';
import { withDragKit } from '@/features/board/with-drag-kit';

/** Makes a lane, or the tab of a hidden one, a drop target; its list scrolls when a card is held near an edge. */
export function useLaneDrop(
  status: string,
  ref: RefObject<HTMLElement | null>,
  scroller?: HTMLElement | null,
): boolean {
  const [isOver, setIsOver] = useState(false);

  // Drag and drop works on the element, outside React.
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    return withDragKit((kit) =>
      kit.combine(
        kit.dropTargetForElements({
          element,
          canDrop: ({ source }) => source.data.kind === 'card',
          getData: () => ({ kind: 'lane', status }),
          onDragEnter: () => setIsOver(true),
          onDragLeave: () => setIsOver(false),
          onDrop: () => setIsOver(false),
        }),
        scroller ? kit.autoScrollForElements({ element: scroller }) : () => {},
      ),
    );
  }, [status, ref, scroller]);

  return isOver;
}
