import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { t } from '@/lib/i18n';
import { isTyping } from '@/lib/shortcuts';
import { trapTab } from '@/lib/trap-focus';
import { useStable } from '@/lib/use-stable';

const MIN = 420;
const MAX = 760;
const KEY = 'waymark.peek-width';

const clamp = (width: number) => Math.min(MAX, Math.max(MIN, Math.round(width)));

function storedWidth(): number {
  const stored = Number(localStorage.getItem(KEY));
  return stored >= MIN && stored <= MAX ? stored : 520;
}

const isPhone = () => window.matchMedia('(width < 768px)').matches;

/** Where the focus goes when the panel closes: to what opened it, or to what now stands in its place. */
function giveFocusBack(before: Element | null, find: (() => HTMLElement | null) | undefined) {
  const target = find?.() ?? (before instanceof HTMLElement && before.isConnected ? before : null);
  target?.focus({ preventScroll: true });
}

type Props = {
  label: string;
  children: ReactNode;
  onClose: () => void;
  /** Finds the element that stands for what is open, as it is when the panel closes. */
  returnTo?: () => HTMLElement | null;
};

/** The panel at the side of a view (the whole screen on a phone). The view beside it stays usable. */
export function Peek({ label, children, onClose, returnTo }: Props) {
  const [width, setWidth] = useState(storedWidth);
  const [isModal] = useState(isPhone);
  const drag = useRef<{ x: number; width: number } | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  // An `aside` cannot be a dialog.
  const Frame = isModal ? 'div' : 'aside';
  const findReturn = useStable(() => returnTo?.() ?? null);

  // Focus is outside React: taken when the panel opens, and given back when it goes.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = panel.current;
    element?.focus({ preventScroll: true });
    return () => {
      const isInside = element?.contains(document.activeElement) || document.activeElement === document.body;
      if (isInside) setTimeout(() => giveFocusBack(before, findReturn));
    };
  }, [findReturn]);

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
    // A layer above it is drawn elsewhere in the page, though its keys come through here.
    const isInside = event.target instanceof Node && panel.current?.contains(event.target);
    if (!isInside) return;
    if (isModal && panel.current) trapTab(event, panel.current);
    // Only this layer: a text field deals with its own Esc.
    if (event.key === 'Escape' && !event.defaultPrevented && !isTyping(event.target)) {
      event.preventDefault();
      onClose();
    }
  };

  return (
    <Frame
      ref={panel}
      className="peek"
      aria-label={label}
      tabIndex={-1}
      style={{ '--peek-width': `${width}px` }}
      onKeyDown={handleKey}
      {...(isModal ? { role: 'dialog', 'aria-modal': true } : {})}
    >
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
      {children}
    </Frame>
  );
}

type PartProps = { children: ReactNode };

export function PeekHeader({ children }: PartProps) {
  return <header className="flex h-12 flex-none items-center gap-1 px-3 ps-5">{children}</header>;
}

export function PeekBody({ children }: PartProps) {
  return <div className="peek-body">{children}</div>;
}

export function PeekFooter({ children }: PartProps) {
  return <footer className="flex-none border-t border-line p-3">{children}</footer>;
}
