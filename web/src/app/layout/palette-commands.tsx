import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Columns3, FolderKanban, Inbox, Keyboard, ListChecks, Moon, Plus, Settings, Star, Users } from 'lucide-react';
import type { Project } from '@/api/types';
import { PaletteRow } from '@/app/layout/palette-row';
import { openCreateProject, openCreateTask, openCreateWorkspace, openShortcuts } from '@/app/shell-state';
import { useChangeFavourite, useFavouritesFirst, useIsFavourite } from '@/features/projects/favourite-queries';
import { ProjectMark } from '@/features/projects/project-mark';
import { t } from '@/lib/i18n';
import '@/lib/i18n-palette';
import { chooseTheme, isDark } from '@/lib/theme';

function FavouriteAction({ project }: { project: Project }) {
  const isFavourite = useIsFavourite(project.id);
  const change = useChangeFavourite();
  return (
    <PaletteRow
      id="favourite"
      icon={<Star size={16} fill={isFavourite ? 'currentColor' : 'none'} />}
      text={t(isFavourite ? 'projects.unmark' : 'projects.mark', { name: project.name })}
      onRun={() => change({ project, place: isFavourite ? null : {} })}
    />
  );
}

export function PaletteActions({ project }: { project: Project | null }) {
  return (
    <Command.Group heading={t('app.paletteActions')}>
      <PaletteRow id="new/task" icon={<Plus size={16} />} text={t('app.newTask')} keys="c" onRun={openCreateTask} />
      <PaletteRow
        id="new/project"
        icon={<FolderKanban size={16} />}
        text={t('projects.new')}
        onRun={openCreateProject}
      />
      <PaletteRow
        id="new/workspace"
        icon={<Users size={16} />}
        text={t('app.newWorkspace')}
        onRun={openCreateWorkspace}
      />
      {project?.state === 'active' && <FavouriteAction project={project} />}
      <PaletteRow
        id="theme"
        icon={<Moon size={16} />}
        text={t('app.theme')}
        keys="mod+shift+l"
        onRun={() => chooseTheme(isDark() ? 'light' : 'dark')}
      />
      <PaletteRow
        id="shortcuts"
        icon={<Keyboard size={16} />}
        text={t('app.shortcuts')}
        keys="?"
        onRun={openShortcuts}
      />
    </Command.Group>
  );
}

type Props = { project: Project | null; projects: readonly Project[] };

export function PalettePlaces({ project, projects }: Props) {
  const navigate = useNavigate();
  const { favourites, others } = useFavouritesFirst(projects);
  const to = (key: string, view: 'board' | 'list') => () => void navigate({ to: `/p/$key/${view}`, params: { key } });
  return (
    <Command.Group heading={t('app.paletteGo')}>
      {project && (
        <>
          <PaletteRow
            id="go/board"
            icon={<Columns3 size={16} />}
            text={t('app.goBoard')}
            keys="1"
            onRun={to(project.key, 'board')}
          />
          <PaletteRow
            id="go/list"
            icon={<ListChecks size={16} />}
            text={t('app.goList')}
            keys="2"
            onRun={to(project.key, 'list')}
          />
        </>
      )}
      <PaletteRow
        id="go/inbox"
        icon={<Inbox size={16} />}
        text={t('app.inbox')}
        keys="g i"
        onRun={() => void navigate({ to: '/inbox' })}
      />
      <PaletteRow
        id="go/my"
        icon={<ListChecks size={16} />}
        text={t('app.my')}
        keys="g m"
        onRun={() => void navigate({ to: '/my' })}
      />
      <PaletteRow
        id="go/projects"
        icon={<FolderKanban size={16} />}
        text={t('app.goProjects')}
        keys="g p"
        onRun={() => void navigate({ to: '/projects' })}
      />
      <PaletteRow
        id="go/settings"
        icon={<Settings size={16} />}
        text={t('app.settings')}
        keys="g s"
        onRun={() => void navigate({ to: '/settings/$section', params: { section: 'profile' } })}
      />
      {[...favourites, ...others].map((other) => (
        <PaletteRow
          key={other.id}
          id={`go/${other.id}`}
          icon={<ProjectMark project={other} />}
          text={other.name}
          detail={other.key}
          words={[other.key]}
          onRun={to(other.key, 'board')}
        />
      ))}
    </Command.Group>
  );
}
