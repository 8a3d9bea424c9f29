import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FolderKanban, Plus } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '@/api/api-error';
import { PersonMenu } from '@/app/layout/person-menu';
import { CreateProjectDialog } from '@/features/projects/create-project-dialog';
import { useCurrentWorkspace } from '@/features/projects/current-workspace';
import { ProjectMark } from '@/features/projects/project-mark';
import { projectsQuery } from '@/features/projects/project-queries';
import { profileQuery } from '@/features/session/session-queries';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

export function ProjectsPage() {
  const navigate = useNavigate();
  const { current } = useCurrentWorkspace();
  const { data: user } = useQuery(profileQuery);
  const { data, error, refetch } = useQuery(projectsQuery);
  const [isCreating, setIsCreating] = useState(false);
  const projects = data?.filter((project) => project.workspaceId === current?.id && project.state === 'active');
  const archived = data?.filter((project) => project.workspaceId === current?.id && project.state === 'archived') ?? [];
  const createButton = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus size={16} aria-hidden="true" />
      {t('projects.new')}
    </Button>
  );

  return (
    <div className="page">
      <header className="mx-auto mb-6 flex max-w-4xl items-center gap-3">
        <h1 className="flex-1 text-2xl">{t('projects.title')}</h1>
        {projects && projects.length > 0 && createButton}
        <span className="phone:hidden">
          <PersonMenu
            align="end"
            trigger={
              <button type="button">
                <span className="sr-only">{t('app.person', { name: user?.displayName ?? '' })}</span>
                <Avatar
                  id={user?.id ?? ''}
                  name={user?.displayName ?? ''}
                  imageUrl={user?.avatarUrl}
                  size={36}
                  isDecorative
                />
              </button>
            }
          />
        </span>
      </header>
      {error && !data && (
        <ErrorState
          title={t('projects.loadFailed')}
          detail={error.message}
          traceId={error instanceof ApiError ? error.traceId : null}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <Skeleton height={96} className="mx-auto max-w-4xl" />}
      {projects?.length === 0 && (
        <EmptyState
          icon={<FolderKanban size={22} />}
          title={t('projects.empty')}
          text={t('projects.emptyText')}
          action={createButton}
        />
      )}
      <ul className="mx-auto grid max-w-4xl gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {projects?.map((project) => (
          <li key={project.id}>
            <Link to="/p/$key/board" params={{ key: project.key }} className="card !grid gap-2 !p-4">
              <span className="flex items-center gap-2.5">
                <ProjectMark project={project} size={18} />
                <span className="flex-1 truncate text-md font-semibold">{project.name}</span>
                <span className="text-xs text-ink-3">{project.key}</span>
              </span>
              <span className="line-clamp-2 min-h-10 text-ink-2">{project.description}</span>
              <span className="text-xs text-ink-3">{t('projects.members', { count: project.memberCount })}</span>
            </Link>
          </li>
        ))}
      </ul>
      {archived.length > 0 && (
        <section className="mx-auto mt-8 max-w-4xl">
          <h2 className="mb-1 text-xs font-medium text-ink-3">{t('projects.archived')}</h2>
          <ul>
            {archived.map((project) => (
              <li key={project.id}>
                <Link to="/p/$key/board" params={{ key: project.key }} className="nav-row">
                  <ProjectMark project={project} />
                  <span>{project.name}</span>
                  <span className="text-xs text-ink-3">{project.key}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isCreating && (
        <CreateProjectDialog
          workspaceId={current?.id}
          onClose={() => setIsCreating(false)}
          onCreated={(project) => void navigate({ to: '/p/$key/board', params: { key: project.key } })}
        />
      )}
    </div>
  );
}
