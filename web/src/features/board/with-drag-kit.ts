type DragKit = typeof import('@/features/board/drag-kit')['dragKit'];

let loaded: DragKit | null = null;
let loading: Promise<DragKit> | null = null;

function load(): Promise<DragKit> {
  loading ??= import('@/features/board/drag-kit').then(({ dragKit }) => {
    loaded = dragKit;
    return dragKit;
  });
  return loading;
}

/** Registers elements for dragging, at once when the kit is there; gives back what ends it. */
export function withDragKit(register: (kit: DragKit) => () => void): () => void {
  if (loaded) return register(loaded);
  let end = () => {};
  let isWanted = true;
  // Without the kit the keyboard and the menu still move cards; the next card that is mounted tries again.
  load().then(
    (kit) => {
      if (isWanted) end = register(kit);
    },
    () => {
      loading = null;
    },
  );
  return () => {
    isWanted = false;
    end();
  };
}
