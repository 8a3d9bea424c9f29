import { useState } from 'react';

const keyOf = (name: string) => `waymark.folded/${name}`;

/** Which groups of a list are folded; remembered on this device. */
export function useFoldedGroups(name: string) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set((localStorage.getItem(keyOf(name)) ?? '').split(',').filter(Boolean)),
  );
  const toggle = (groupId: string) => {
    const next = new Set(folded);
    if (!next.delete(groupId)) next.add(groupId);
    setFolded(next);
    localStorage.setItem(keyOf(name), [...next].join(','));
  };
  return { folded, toggle };
}
