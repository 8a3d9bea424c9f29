import { useQuery } from '@tanstack/react-query';
import { CalendarOff, ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Allocation, Project } from '@/api/types';
import { AllocationDialog } from '@/features/allocations/allocation-dialog';
import { AllocationList } from '@/features/allocations/allocation-list';
import { allocationsQuery, workloadQuery } from '@/features/allocations/allocation-queries';
import { hoursText } from '@/features/allocations/load';
import { LoadCell } from '@/features/allocations/load-cell';
import { OwnTimeDialog } from '@/features/allocations/own-time-dialog';
import { membersQuery } from '@/features/projects/project-queries';
import { mayManage } from '@/features/projects/project-rights';
import { addDays, type DateOnly, mondayOf, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import { useToday } from '@/lib/use-today';
import '@/styles/planning.css';
import '@/styles/settings.css';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { IconButton } from '@/ui/icon-button';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';

type Props = {
  project: Project;
  /** All of the workspace that the reader sees, for their names. */
  projects: readonly Project[];
  week: DateOnly | undefined;
  onWeek: (monday: DateOnly | undefined) => void;
};

const WEEKS = 10;

/** Who is planned for how many hours a week, against what there is of them. */
export function Workload({ project, projects, week, onWeek }: Props) {
  const now = useToday();
  const monday = mondayOf(week ?? now);
  const weeks = Array.from({ length: WEEKS }, (_, index) => addDays(monday, 7 * index));
  const last = addDays(monday, 7 * WEEKS - 1);
  const { data: members = [] } = useQuery(membersQuery(project.id));
  const [edited, setEdited] = useState<Allocation | 'new' | null>(null);
  const [isOwnOpen, setIsOwnOpen] = useState(false);
  const loads = useQuery(workloadQuery(project.id, monday, WEEKS));
  const { data: own = [] } = useQuery(allocationsQuery(project.id, monday, last));
  const canEdit = mayManage(project) && project.state === 'active';
  const nameOf = (id: string) => projects.find((candidate) => candidate.id === id)?.name ?? '';
  const step = (by: number) => {
    const next = addDays(monday, 7 * by);
    onWeek(next === mondayOf(now) ? undefined : next);
  };
  return (
    <>
      <SettingsHead
        title={t('workload.title')}
        text={t('workload.text')}
        action={
          <>
            <Button onClick={() => setIsOwnOpen(true)}>
              <CalendarOff size={15} aria-hidden="true" /> {t('workload.own')}
            </Button>
            {canEdit && (
              <Button variant="primary" onClick={() => setEdited('new')}>
                <Plus size={15} aria-hidden="true" /> {t('workload.add')}
              </Button>
            )}
          </>
        }
      />
      <div className="sheet-bar">
        <IconButton label={t('workload.earlier')} onClick={() => step(-4)}>
          <ChevronLeft size={16} className="rtl:-scale-x-100" />
        </IconButton>
        <h3 className="tabular-nums" aria-live="polite">
          {shortDate(monday, now)} – {shortDate(last, now)}
        </h3>
        <IconButton label={t('workload.later')} onClick={() => step(4)}>
          <ChevronRight size={16} className="rtl:-scale-x-100" />
        </IconButton>
        {monday !== mondayOf(now) && (
          <Button variant="ghost" onClick={() => onWeek(undefined)}>
            {t('time.thisWeek')}
          </Button>
        )}
      </div>
      {loads.error && <ErrorState title={t('workload.loadFailed')} onRetry={() => void loads.refetch()} />}
      {loads.isPending && !loads.error && <Skeleton height={260} />}
      {loads.data && !loads.error && (
        <div className="sheet-scroll">
          <table className="sheet-table load-table">
            <caption className="sr-only">{t('workload.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('workload.person')}</th>
                {weeks.map((day) => (
                  <th key={day} scope="col" data-now={day === mondayOf(now)}>
                    {shortDate(day, now)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {members.map((member) => {
                const load = loads.data.find((candidate) => candidate.userId === member.userId);
                return (
                  <tr key={member.userId}>
                    <th scope="row">
                      <span className="sheet-what">
                        <Avatar
                          id={member.userId}
                          name={member.displayName}
                          imageUrl={member.avatarUrl}
                          size={22}
                          isDecorative
                        />
                        <span className="truncate">{member.displayName}</span>
                        {load && (
                          <span className="text-ink-3">
                            {t('workload.capacity', { hours: hoursText(load.hoursPerWeek) })}
                          </span>
                        )}
                      </span>
                    </th>
                    {weeks.map((day) => (
                      <td key={day}>
                        <LoadCell week={load?.weeks.find((candidate) => candidate.week === day)} nameOf={nameOf} />
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <AllocationList
        project={project}
        allocations={own}
        members={members}
        onEdit={canEdit ? (allocation) => setEdited(allocation) : null}
      />
      {isOwnOpen && <OwnTimeDialog onClose={() => setIsOwnOpen(false)} />}
      {edited && (
        <AllocationDialog
          projectId={project.id}
          members={members}
          allocation={edited === 'new' ? null : edited}
          from={now}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
