import { Pencil, Trash2 } from 'lucide-react';
import { reasonOf } from '@/api/reason';
import type { Allocation, Member, Project } from '@/api/types';
import { useAllocations } from '@/features/allocations/allocation-queries';
import { hoursText } from '@/features/allocations/load';
import { shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Avatar } from '@/ui/avatar';
import { IconButton } from '@/ui/icon-button';
import { showToast } from '@/ui/toast-store';

type Props = {
  project: Project;
  allocations: readonly Allocation[];
  members: readonly Member[];
  onEdit: ((allocation: Allocation) => void) | null;
};

/** What is planned in this project, line by line. */
export function AllocationList({ project, allocations, members, onEdit }: Props) {
  const now = useToday();
  const { save, remove } = useAllocations(project.id);
  if (allocations.length === 0) return null;

  const handleRemove = ({ id, userId, hoursPerWeek, from, to }: Allocation) =>
    remove.mutate(id, {
      onSuccess: () =>
        void showToast(t('workload.removed'), {
          action: {
            label: t('ui.undo'),
            onAct: () => save.mutate({ id: null, userId, hoursPerWeek, from, to }),
          },
        }),
      onError: (fault) => void showToast(t('workload.failed', { reason: reasonOf(fault) }), { tone: 'danger' }),
    });
  return (
    <section aria-labelledby="allocations-title">
      <h3 id="allocations-title" className="entry-day">
        {t('workload.inProject', { name: project.name })}
      </h3>
      <ul className="entries">
        {allocations.map((allocation) => {
          const member = members.find((candidate) => candidate.userId === allocation.userId);
          const name = member?.displayName ?? t('time.someone');
          return (
            <li key={allocation.id} className="entry allocation">
              <Avatar id={allocation.userId} name={name} imageUrl={member?.avatarUrl} size={20} isDecorative />
              <span className="allocation-name truncate">{name}</span>
              <span className="allocation-days">
                {shortDate(allocation.from, now)} – {shortDate(allocation.to, now)}
              </span>
              <span className="entry-minutes">
                {t('workload.perWeek', { hours: hoursText(allocation.hoursPerWeek) })}
              </span>
              {onEdit && (
                <>
                  <IconButton label={t('workload.edit', { name })} onClick={() => onEdit(allocation)}>
                    <Pencil size={14} />
                  </IconButton>
                  <IconButton label={t('workload.remove', { name })} onClick={() => handleRemove(allocation)}>
                    <Trash2 size={14} />
                  </IconButton>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
