import { useQueryClient } from '@tanstack/react-query';
import type { Cycle } from '@/api/types';
import { capacityQuery } from '@/features/cycles/cycle-queries';
import { projectPeopleQuery } from '@/features/projects/project-queries';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { showToast } from '@/ui/toast-store';

/** Says, once a cycle has taken on tasks, whether that is more than its people have time for. It keeps nobody from it. */
export function useCapacityWarning() {
  const queryClient = useQueryClient();
  return async ({ id, projectId, name }: Pick<Cycle, 'id' | 'projectId' | 'name'>) => {
    const [{ isOver, capacityMinutes, estimateMinutes, people }, known] = await Promise.all([
      queryClient.fetchQuery({ ...capacityQuery({ id, projectId }), staleTime: 0 }),
      queryClient.fetchQuery(projectPeopleQuery(projectId)),
    ]);
    const over = people
      .filter((person) => person.isOver)
      .map(({ userId, estimateMinutes: taken, capacityMinutes: has }) => {
        const who = known.find((person) => person.userId === userId)?.displayName ?? t('cycles.someone');
        return t('cycles.personOver', { who, taken: formatMinutes(taken), time: formatMinutes(has ?? 0) });
      });
    if (isOver && capacityMinutes !== null) {
      const numbers = { taken: formatMinutes(estimateMinutes), time: formatMinutes(capacityMinutes) };
      over.unshift(t('cycles.allOver', numbers));
    }
    if (over.length > 0) showToast(t('cycles.tooMuch', { name, numbers: over.join('; ') }), { tone: 'danger' });
  };
}
