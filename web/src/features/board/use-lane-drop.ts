import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';
import { scrollAtEdges } from '@/features/board/scroll-at-edges';

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
    return combine(
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === 'card',
        getData: () => ({ kind: 'lane', status }),
        onDragEnter: () => setIsOver(true),
        onDragLeave: () => setIsOver(false),
        onDrop: () => setIsOver(false),
      }),
      scroller ? scrollAtEdges(scroller) : () => {},
    );
  }, [status, ref, scroller]);

  return isOver;
}
