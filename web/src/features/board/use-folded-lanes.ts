import { useState } from 'react';
import type { Lane } from '@/features/board/board-state';

const keyOf = (projectId: string) => `waymark.folded.${projectId}`;

function read(projectId: string): string[] | null {
  const stored = localStorage.getItem(keyOf(projectId));
  return stored === null ? null : stored.split(',').filter(Boolean);
}

/** Which columns this person hides. Until they choose, backlog and cancelled are out of the way. */
export function useFoldedLanes(projectId: string, lanes: readonly Lane[]) {
  const [chosen, setChosen] = useState(() => read(projectId));
  const folded =
    chosen ??
    lanes.filter((lane) => lane.category === 'cancelled' || lane.category === 'backlog').map((lane) => lane.status);
  const toggle = (status: string) => {
    const next = folded.includes(status) ? folded.filter((other) => other !== status) : [...folded, status];
    localStorage.setItem(keyOf(projectId), next.join(','));
    setChosen(next);
  };
  return { folded, toggle };
}
