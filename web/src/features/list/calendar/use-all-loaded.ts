import { useEffect, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { useTaskList } from '@/features/list/list-queries';
import { t } from '@/lib/i18n';
import { useStable } from '@/lib/use-stable';
import { showToast } from '@/ui/toast-store';

/** Loads the whole of a list whose order says nothing about what is in sight, as far as a list goes. Answers whether it still does. */
export function useAllLoaded(list: ReturnType<typeof useTaskList>, isMore: boolean): boolean {
  const [isLoading, setIsLoading] = useState(false);
  const { groups } = list.found;
  const asked = JSON.stringify(groups);
  const isWanted = isMore && !list.isPlaceholderData;

  const load = useStable(async () => {
    setIsLoading(true);
    try {
      await list.found.load();
    } catch (error) {
      showToast(t('list.notAllLoaded', { reason: reasonOf(error) }), { tone: 'danger' });
    }
    setIsLoading(false);
  });

  // The pages are outside React: they are asked for once for each question that has more than one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again when something else is asked for.
  useEffect(() => {
    if (isWanted) void load();
  }, [isWanted, asked, load]);
  return isLoading;
}
