import { useQuery } from '@tanstack/react-query';
import type { Cycle, CycleCapacity, Member } from '@/api/types';
import { capacityQuery } from '@/features/cycles/cycle-queries';
import { membersQuery } from '@/features/projects/project-queries';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';

type Load = Pick<CycleCapacity, 'estimateMinutes' | 'capacityMinutes' | 'isOver'>;
const NONE: readonly Member[] = [];

/** `24 h of 20 h`, and by how much that is too much. */
function Numbers({ estimateMinutes, capacityMinutes, isOver }: Load) {
  const taken = formatMinutes(estimateMinutes);
  if (capacityMinutes === null) return <span>{t('cycles.taken', { taken })}</span>;
  return (
    <>
      <span>{t('cycles.takenOf', { taken, time: formatMinutes(capacityMinutes) })}</span>
      {isOver && (
        <Badge tone="danger">{t('cycles.overBy', { time: formatMinutes(estimateMinutes - capacityMinutes) })}</Badge>
      )}
    </>
  );
}

/** What a cycle has taken on against the time of its people, in sum and for each of them. */
export function CycleLoad({ cycle }: { cycle: Cycle }) {
  const { data, error } = useQuery(capacityQuery(cycle));
  const { data: members = NONE } = useQuery(membersQuery(cycle.projectId));
  if (error) return <p className="text-xs text-danger">{t('cycles.noCapacity')}</p>;
  if (!data) return null;
  const { unassignedMinutes, unestimatedCount, people, workdays } = data;
  const notes = [
    t('cycles.workdays', { count: workdays }),
    unassignedMinutes > 0 && t('cycles.unassigned', { time: formatMinutes(unassignedMinutes) }),
    unestimatedCount > 0 && t('cycles.unestimated', { count: unestimatedCount }),
  ].filter(Boolean);
  return (
    <section aria-label={t('cycles.capacity')}>
      <div className="cycle-head">
        <h4>{t('cycles.capacity')}</h4>
      </div>
      <p className="cycle-load">
        <Numbers {...data} />
        <span className="text-xs text-ink-3">{notes.join(' · ')}</span>
      </p>
      <ul className="cycle-people">
        {people.map((person) => {
          const member = members.find(({ userId }) => userId === person.userId);
          const name = member?.displayName ?? t('cycles.someone');
          const { timeOffMinutes } = person;
          return (
            <li key={person.userId}>
              <Avatar id={person.userId} name={name} imageUrl={member?.avatarUrl} isDecorative />
              <span className="truncate">{name}</span>
              <Numbers {...person} />
              {timeOffMinutes !== null && timeOffMinutes > 0 && (
                <span className="text-xs text-ink-3">{t('cycles.off', { time: formatMinutes(timeOffMinutes) })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
