import { lazy, Suspense } from 'react';

const TimerPill = lazy(() => import('@/features/time/timer-pill').then((module) => ({ default: module.TimerPill })));

/** The place of the running timer in a page's bar; its code comes after the page. */
export const TimerSlot = () => (
  <Suspense>
    <TimerPill />
  </Suspense>
);
