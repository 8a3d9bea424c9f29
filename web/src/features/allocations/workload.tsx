import { useQueries, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Allocation, Project } from '@/api/types';
import { AllocationDialog } from '@/features/allocations/allocation-dialog';
import { AllocationList } from '@/features/allocations/allocation-list';
import { allocationsQuery } from '@/features/allocations/allocation-queries';
import { FULL_WEEK, hoursText, levelOf, loadOf } from '@/features/allocations/load';
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
  /** All of the workspace that the reader sees: a person's week is full by all of them together. */
  projects: readonly Project[];
  week: DateOnly | undefined;
  onWeek: (monday: DateOnly | undefined) => void;
};

const WEEKS = 10;

/** Who is planned for how many hours a week, against a full one. */
export function Workload({ project, projects, week, onWeek }: Props) {
  const now = useToday();
  const monday = mondayOf(week ?? now);
  const weeks = Array.from({ length: WEEKS }, (_, index) => addDays(monday, 7 * index));
  const last = addDays(monday, 7 * WEEKS - 1);
  const { data: members = [] } = useQuery(membersQuery(project.id));
  const [edited, setEdited] = useState<Allocation | 'new' | null>(null);
  const loads = useQueries({
    queries: projects.map((candidate) => allocationsQuery(candidate.id, monday, last)),
    combine: (results) => ({
      all: results.flatMap((result) => result.data ?? []),
      isPending: results.some((result) => result.isPending),
      error: results.find((result) => result.error)?.error ?? null,
      retry: () => void Promise.all(results.map((result) => result.refetch())),
    }),
  });
  const canEdit = mayManage(project) && project.state === 'active';
  const own = loads.all.filter((allocation) => allocation.projectId === project.id);
  const nameOf = (id: string) => projects.find((candidate) => candidate.id === id)?.name ?? '';
  const step = (by: number) => {
    const next = addDays(monday, 7 * by);
    onWeek(next === mondayOf(now) ? undefined : next);
  };
  return (
    <>
      <SettingsHead
        title={t('workload.title')}
        text={t('workload.text', { hours: FULL_WEEK })}
        action={
          canEdit && (
            <Button variant="primary" onClick={() => setEdited('new')}>
              <Plus size={15} aria-hidden="true" /> {t('workload.add')}
            </Button>
          )
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
      {loads.error && <ErrorState title={t('workload.loadFailed')} onRetry={loads.retry} />}
      {loads.isPending && !loads.error && <Skeleton height={260} />}
      {!loads.isPending && !loads.error && (
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
                const theirs = loads.all.filter((allocation) => allocation.userId === member.userId);
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
                      </span>
                    </th>
                    {weeks.map((day) => {
                      const hours = loadOf(theirs, day);
                      const level = levelOf(hours);
                      const parts = [...new Set(theirs.map((allocation) => allocation.projectId))]
                        .map((id) => ({
                          id,
                          hours: loadOf(
                            theirs.filter((allocation) => allocation.projectId === id),
                            day,
                          ),
                        }))
                        .filter((part) => part.hours > 0)
                        .map((part) => t('workload.part', { name: nameOf(part.id), hours: hoursText(part.hours) }));
                      return (
                        <td key={day}>
                          <span className="load-cell" data-level={level} title={parts.join('\n') || undefined}>
                            {level === 'over' && <TriangleAlert size={12} aria-label={t('workload.over')} />}
                            {hours > 0 ? hoursText(hours) : <span className="text-ink-3">–</span>}
                            {parts.length > 1 && <span className="sr-only">: {parts.join(', ')}</span>}
                          </span>
                        </td>
                      );
                    })}
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
