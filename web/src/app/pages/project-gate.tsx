import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { ApiError } from '@/api/api-error';
import type { Project } from '@/api/types';
import { TimerSlot } from '@/app/layout/timer-slot';
import { ProjectHeader } from '@/features/projects/project-header';
import { projectsQuery, useProject } from '@/features/projects/project-queries';
import { t } from '@/lib/i18n';
import { rememberProjectKey } from '@/lib/last-project';
import { useShortcuts } from '@/lib/shortcuts';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

type Props = { projectKey: string; children: (project: Project) => ReactNode };

/** Finds the project of the address and draws its top bar, or says why it cannot. */
export function ProjectGate({ projectKey, children }: Props) {
  const project = useProject(projectKey);
  const { error, data, refetch } = useQuery(projectsQuery);
  const navigate = useNavigate();
  const key = project?.key;

  // The start page leads back to the last project that existed.
  useEffect(() => {
    if (key) rememberProjectKey(key);
    else if (project === null) rememberProjectKey(null);
  }, [key, project]);

  const params = { key: projectKey };
  useShortcuts({
    '1': () => void navigate({ to: '/p/$key/board', params }),
    '2': () => void navigate({ to: '/p/$key/list', params }),
    '3': () => void navigate({ to: '/p/$key/table', params }),
    '4': () => void navigate({ to: '/p/$key/calendar', params }),
    '5': () => void navigate({ to: '/p/$key/timeline', params }),
  });

  if (project) {
    return (
      <>
        <ProjectHeader project={project} extra={<TimerSlot />} />
        {children(project)}
      </>
    );
  }
  if (error && !data) {
    const traceId = error instanceof ApiError ? error.traceId : null;
    return <ErrorState title={t('projects.loadFailed')} traceId={traceId} onRetry={() => void refetch()} />;
  }
  if (project === undefined) {
    return (
      <header className="topbar">
        <Skeleton width={160} height={18} />
      </header>
    );
  }
  const action = (
    <Link to="/projects" className="btn btn-default">
      {t('app.goProjects')}
    </Link>
  );
  return (
    <EmptyState title={t('projects.notFound', { key: projectKey })} text={t('projects.notFoundText')} action={action} />
  );
}
