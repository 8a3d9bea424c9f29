import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown, Clock, Inbox, ListChecks, Plus, Search, Users } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { FavouriteLinks, ProjectLinks } from '@/app/layout/project-links';
import { SidebarFooter } from '@/app/layout/sidebar-footer';
import { openCreateProject, openCreateTask, openCreateWorkspace, openPalette } from '@/app/shell-state';
import { unreadQuery } from '@/features/notifications/unread-query';
import { useCurrentWorkspace } from '@/features/projects/current-workspace';
import { useActiveProjects, useFavouritesFirst } from '@/features/projects/favourite-queries';
import { chooseWorkspace } from '@/lib/chosen-workspace';
import { t } from '@/lib/i18n';
import { initials } from '@/lib/initials';
import { useTitleCount } from '@/lib/use-title-count';
import { Badge } from '@/ui/badge';
import { IconButton } from '@/ui/icon-button';
import { KeyHint } from '@/ui/key-hint';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/ui/menu';
import { Tooltip } from '@/ui/tooltip';

const WorkspaceLinks = lazy(() =>
  import('@/app/layout/workspace-links').then((module) => ({ default: module.WorkspaceLinks })),
);

function WorkspaceSwitch() {
  const { current, all } = useCurrentWorkspace();
  const navigate = useNavigate();
  const choose = (id: string) => {
    chooseWorkspace(id);
    void navigate({ to: '/projects' });
  };
  const trigger = (
    <button type="button" className="workspace-btn">
      <span className="sr-only">{t('app.workspace')}: </span>
      <span className="glyph" aria-hidden="true">
        {current ? initials(current.name).slice(0, 1) : ''}
      </span>
      <span className="min-w-0 flex-1 truncate">{current?.name}</span>
      <ChevronsUpDown size={15} className="text-ink-3" aria-hidden="true" />
    </button>
  );
  return (
    <Menu trigger={trigger}>
      {all.length > 1 && (
        <>
          <MenuLabel>{t('app.workspaces')}</MenuLabel>
          {all.map((workspace) => (
            <MenuItem
              key={workspace.id}
              isChosen={workspace.id === current?.id}
              onSelect={() => workspace.id !== current?.id && choose(workspace.id)}
            >
              {workspace.name}
            </MenuItem>
          ))}
          <MenuLine />
        </>
      )}
      <MenuItem
        icon={<Users size={16} />}
        onSelect={() => void navigate({ to: '/settings/$section', params: { section: 'workspace' } })}
      >
        {t('app.workspacePeople')}
      </MenuItem>
      <MenuItem icon={<Plus size={16} />} onSelect={openCreateWorkspace}>
        {t('app.newWorkspace')}
      </MenuItem>
    </Menu>
  );
}

export function Sidebar() {
  const { current } = useCurrentWorkspace();
  const { favourites, others } = useFavouritesFirst(useActiveProjects(current?.id));
  const { data: unread = 0 } = useQuery(unreadQuery);
  useTitleCount(unread);
  return (
    <nav className="sidebar" aria-label={t('app.main')}>
      <WorkspaceSwitch />
      <div className="mt-1 flex gap-2">
        <button type="button" className="search-btn" onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
          <Search size={15} aria-hidden="true" />
          <span className="flex-1 text-start">{t('app.search')}</span>
          <KeyHint keys="mod+k" />
        </button>
        <Tooltip text={t('app.newTask')} keys="c">
          <button type="button" className="new-btn" aria-label={t('app.newTask')} onClick={openCreateTask}>
            <Plus size={17} />
          </button>
        </Tooltip>
      </div>
      <div className="sidebar-scroll">
        <Link to="/inbox" className="nav-row">
          <Inbox size={16} aria-hidden="true" />
          <span>{t('app.inbox')}</span>
          {unread > 0 && (
            <Badge tone="count">
              {unread > 99 ? '99+' : unread}
              <span className="sr-only"> {t('app.unread')}</span>
            </Badge>
          )}
        </Link>
        <Link to="/my" className="nav-row">
          <ListChecks size={16} aria-hidden="true" />
          <span>{t('app.my')}</span>
        </Link>
        <Link to="/time" className="nav-row">
          <Clock size={16} aria-hidden="true" />
          <span>{t('app.time')}</span>
        </Link>
        {favourites.length > 0 && (
          <>
            <div className="section-label mt-4">
              <h2 className="text-xs font-medium">{t('projects.favourites')}</h2>
            </div>
            <FavouriteLinks projects={favourites} />
          </>
        )}
        <div className="section-label mt-4">
          <h2 className="text-xs font-medium">
            <Link to="/projects" className="hover:text-ink">
              {t('projects.title')}
            </Link>
          </h2>
          <IconButton label={t('projects.new')} onClick={openCreateProject}>
            <Plus size={15} />
          </IconButton>
        </div>
        <ProjectLinks projects={others} />
        {current && (
          <Suspense>
            <WorkspaceLinks workspaceId={current.id} />
          </Suspense>
        )}
      </div>
      <SidebarFooter />
    </nav>
  );
}
