import { type ReactNode, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { KeyHint } from '@/ui/key-hint';
import { tips } from '@/ui/tips';

const GAP = 6;
const MARGIN = 8;

/** Draws the tooltips of what is inside. */
export function TooltipScope({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Shown />
    </>
  );
}

function Shown() {
  const tip = useSyncExternalStore(tips.subscribe, tips.get);
  const box = useRef<HTMLDivElement>(null);

  // Sizes belong to the browser: above its anchor and in its middle, as far as there is room.
  useLayoutEffect(() => {
    const element = box.current;
    if (!tip || !element) return;
    const anchor = tip.anchor.getBoundingClientRect();
    const { width, height } = element.getBoundingClientRect();
    const above = anchor.top - GAP - height;
    const left = anchor.left + (anchor.width - width) / 2;
    element.style.top = `${above < MARGIN ? anchor.bottom + GAP : above}px`;
    element.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - MARGIN - width))}px`;
  }, [tip]);

  // The keys and the scrollers of the page are outside React.
  useEffect(() => {
    if (!tip) return undefined;
    const leave = () => tips.leave(tip.id);
    const handleKey = (event: KeyboardEvent) => event.key === 'Escape' && leave();
    document.addEventListener('keydown', handleKey);
    window.addEventListener('scroll', leave, true);
    return () => {
      document.removeEventListener('keydown', handleKey);
      window.removeEventListener('scroll', leave, true);
    };
  }, [tip]);

  if (!tip) return null;
  return (
    <div ref={box} key={tip.id} className="tooltip" aria-hidden="true">
      {tip.text}
      {tip.keys && <KeyHint keys={tip.keys} />}
    </div>
  );
}
