import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { TimerSlot } from '@/app/layout/timer-slot';
import { projectsQuery } from '@/features/projects/project-queries';
import { WeekSheet } from '@/features/time/week/week-sheet';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import { Skeleton } from '@/ui/skeleton';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One's own time, week by week, over all projects. */
export function TimePage() {
  const { week } = useSearch({ from: '/shell/time' });
  const navigate = useNavigate({ from: '/time' });
  const { data: projects } = useQuery(projectsQuery);
  return (
    <>
      <header className="topbar">
        <h1 className="flex-1 text-[0.9375rem]">{t('time.mine')}</h1>
        <TimerSlot />
      </header>
      <div className="planning-page">
        {projects ? (
          <WeekSheet
            projects={projects}
            week={week && DAY.test(week) ? week : undefined}
            onWeek={(monday) => void navigate({ search: { week: monday }, resetScroll: false })}
          />
        ) : (
          <Skeleton height={220} />
        )}
      </div>
    </>
  );
}
