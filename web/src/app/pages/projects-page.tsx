import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FolderKanban, Plus } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '@/api/api-error';
import { CreateProjectDialog } from '@/features/projects/create-project-dialog';
import { useCurrentWorkspace } from '@/features/projects/current-workspace';
import { projectColour } from '@/features/projects/project-colour';
import { projectsQuery } from '@/features/projects/project-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

export function ProjectsPage() {
  const navigate = useNavigate();
  const { current } = useCurrentWorkspace();
  const { data, error, refetch } = useQuery(projectsQuery);
  const [isCreating, setIsCreating] = useState(false);
  const projects = data?.filter((project) => project.workspaceId === current?.id && project.state === 'active');
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
                <span className="size-[18px] flex-none rounded-[6px]" style={{ background: projectColour(project) }} />
                <span className="flex-1 truncate text-md font-semibold">{project.name}</span>
                <span className="text-xs text-ink-3">{project.key}</span>
              </span>
              <span className="line-clamp-2 min-h-10 text-ink-2">{project.description}</span>
              <span className="text-xs text-ink-3">{t('projects.members', { count: project.memberCount })}</span>
            </Link>
          </li>
        ))}
      </ul>
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
