import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { t } from '@/lib/i18n';
import { isTyping } from '@/lib/shortcuts';

const MIN = 420;
const MAX = 760;
const KEY = 'waymark.peek-width';

const clamp = (width: number) => Math.min(MAX, Math.max(MIN, Math.round(width)));

function storedWidth(): number {
  const stored = Number(localStorage.getItem(KEY));
  return stored >= MIN && stored <= MAX ? stored : 520;
}

type Props = { label: string; header: ReactNode; children: ReactNode; footer?: ReactNode; onClose: () => void };

/** The panel at the side of a view (the whole screen on a phone). The view beside it stays usable. */
export function Peek({ label, header, children, footer, onClose }: Props) {
  const [width, setWidth] = useState(storedWidth);
  const drag = useRef<{ x: number; width: number } | null>(null);

  const resize = (next: number) => {
    setWidth(clamp(next));
    localStorage.setItem(KEY, String(clamp(next)));
  };
  const handleMove = (event: PointerEvent) => {
    if (drag.current) resize(drag.current.width + drag.current.x - event.clientX);
  };
  const handleHandleKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') resize(width + 24);
    if (event.key === 'ArrowRight') resize(width - 24);
  };
  const handleKey = (event: KeyboardEvent) => {
    // Only this layer: an open menu or a text field deals with its own Esc.
    if (event.key === 'Escape' && !event.defaultPrevented && !isTyping(event.target)) onClose();
  };

  return (
    <aside className="peek" aria-label={label} style={{ '--peek-width': `${width}px` }} onKeyDown={handleKey}>
      {/* biome-ignore lint/a11y/useSemanticElements: a focusable separator is the pattern for a resize handle. */}
      <div
        className="peek-handle"
        role="separator"
        aria-orientation="vertical"
        aria-label={t('ui.resize')}
        aria-valuenow={width}
        aria-valuemin={MIN}
        aria-valuemax={MAX}
        tabIndex={0}
        onKeyDown={handleHandleKey}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, width };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={handleMove}
        onPointerUp={() => {
          drag.current = null;
        }}
      />
      <header className="flex h-12 flex-none items-center gap-1 px-3 ps-5">{header}</header>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-8">{children}</div>
      {footer && <footer className="flex-none border-t border-line p-3">{footer}</footer>}
    </aside>
  );
}
