import { useEffect, useState, useSyncExternalStore } from 'react';

const LEAST_ROW_PX = 112;
const HEAD_PX = 30;
const LANE_PX = 26;
const LEAST_LANES = 3;

const phone = () => window.matchMedia('(width < 768px)');
const subscribe = (listener: () => void) => {
  const query = phone();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether the screen has no room for chips in the days. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => phone().matches);

/** How many lanes a day has room for, told by the height of all weeks together. */
export function useRoom(weeks: number) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [height, setHeight] = useState(0);

  // Sizes belong to the browser.
  useEffect(() => {
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);

  const row = Math.max(LEAST_ROW_PX, height / weeks);
  return { ref: setElement, room: Math.max(LEAST_LANES, Math.floor((row - HEAD_PX) / LANE_PX)) };
}
