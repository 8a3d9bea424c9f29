import { useState } from 'react';
import { announce } from '@/lib/announce';
import { t } from '@/lib/i18n';
import { useStable } from '@/lib/use-stable';

/** Which tasks of a list are ticked. */
export function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const latest = useStable(() => chosen);

  const select = (ids: Iterable<string>) => {
    const next = new Set(ids);
    setChosen(next);
    announce(t('list.selected', { count: next.size }));
  };
  /** Ticks what is found once it is loaded, unless the list shows something else by then or something else has been ticked. */
  const selectAll = async (load: () => Promise<readonly string[] | null>) => {
    const ids = await load();
    if (ids && latest() === chosen) select(ids);
  };
  return { chosen, select, selectAll };
}
