/** Scrolls the element while a card is held near its edge. Nobody drags in the first moment, so its code comes after the board. */
export function scrollAtEdges(element: HTMLElement): () => void {
  let stop: (() => void) | null = null;
  let isWanted = true;
  void import('@atlaskit/pragmatic-drag-and-drop-auto-scroll/element').then(({ autoScrollForElements }) => {
    if (isWanted) stop = autoScrollForElements({ element });
  });
  return () => {
    isWanted = false;
    stop?.();
  };
}
