import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Archive, FolderKanban, Plus } from 'lucide-react';
import { ApiError } from '@/api/api-error';
import { PersonMenu } from '@/app/layout/person-menu';
import { openCreateProject } from '@/app/shell-state';
import { useCurrentWorkspace } from '@/features/projects/current-workspace';
import { ProjectCards } from '@/features/projects/project-cards';
import { projectsQuery } from '@/features/projects/project-queries';
import { ProjectTrash } from '@/features/projects/project-trash';
import { profileQuery } from '@/features/session/session-queries';
import { type Text, t } from '@/lib/i18n';
import '@/lib/i18n-list';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

const TABS = ['active', 'archived', 'deleted'] as const;
const TAB_TEXT: Record<(typeof TABS)[number], Text> = {
  active: 'projects.active',
  archived: 'projects.archived',
  deleted: 'projects.trash',
};

/** The phone has no sidebar: its person menu is here. */
function Person() {
  const { data: user } = useQuery(profileQuery);
  const name = user?.displayName ?? '';
  return (
    <span className="phone:hidden">
      <PersonMenu
        align="end"
        trigger={
          <button type="button">
            <span className="sr-only">{t('app.person', { name })}</span>
            <Avatar id={user?.id ?? ''} name={name} imageUrl={user?.avatarUrl} size={36} isDecorative />
          </button>
        }
      />
    </span>
  );
}

export function ProjectsPage() {
  const { show } = useSearch({ from: '/shell/projects' });
  const { current } = useCurrentWorkspace();
  const { data, error, refetch } = useQuery(projectsQuery);
  const tab = TABS.find((candidate) => candidate === show) ?? 'active';
  const projects = data?.filter((project) => project.workspaceId === current?.id && project.state === tab);
  const createButton = (
    <Button variant="primary" onClick={openCreateProject}>
      <Plus size={16} aria-hidden="true" />
      {t('projects.new')}
    </Button>
  );

  return (
    <div className="page">
      <header className="mx-auto mb-4 flex max-w-4xl items-center gap-3">
        <h1 className="flex-1 text-2xl">{t('projects.title')}</h1>
        {createButton}
        <Person />
      </header>
      <nav className="mx-auto mb-4 flex max-w-4xl gap-1" aria-label={t('projects.show')}>
        {TABS.map((candidate) => (
          <Link
            key={candidate}
            className="tab"
            to="/projects"
            search={{ show: candidate === 'active' ? undefined : candidate }}
            activeOptions={{ exact: true }}
            aria-current={candidate === tab ? 'page' : undefined}
          >
            {t(TAB_TEXT[candidate])}
          </Link>
        ))}
        {/* Elsewhere the sidebar leads there. */}
        <Link className="tab ms-auto phone:hidden" to="/goals">
          {t('projects.goals')}
        </Link>
      </nav>
      <div className="mx-auto max-w-4xl">
        {error && !data && (
          <ErrorState
            title={t('projects.loadFailed')}
            detail={error.message}
            traceId={error instanceof ApiError ? error.traceId : null}
            onRetry={() => void refetch()}
          />
        )}
        {!data && !error && <Skeleton height={96} />}
        {tab === 'deleted' && current && <ProjectTrash workspaceId={current.id} />}
        {tab === 'active' && projects?.length === 0 && (
          <EmptyState
            icon={<FolderKanban size={22} />}
            title={t('projects.empty')}
            text={t('projects.emptyText')}
            action={
              <Button variant="primary" onClick={openCreateProject}>
                {t('projects.first')}
              </Button>
            }
          />
        )}
        {tab === 'archived' && projects?.length === 0 && (
          <EmptyState
            icon={<Archive size={22} />}
            title={t('projects.archiveEmpty')}
            text={t('projects.archiveEmptyText')}
          />
        )}
        {tab !== 'deleted' && projects && projects.length > 0 && <ProjectCards projects={projects} />}
      </div>
    </div>
  );
}
