import { Link, useNavigate } from '@tanstack/react-router';
import { Archive, ArchiveRestore, CalendarDays, ChevronDown, Ellipsis, Settings, Trash2, Users } from 'lucide-react';
import type { Project } from '@/api/types';
import { FavouriteStar } from '@/features/projects/favourite-star';
import { ProjectMark } from '@/features/projects/project-mark';
import { mayManage, mayOwn } from '@/features/projects/project-rights';
import { useProjectActs } from '@/features/projects/use-project-acts';
import { shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { IconButton } from '@/ui/icon-button';
import { Menu, MenuItem, MenuLine } from '@/ui/menu';
import '@/styles/quiet-btn.css';

function CardMenu({ project }: { project: Project }) {
  const navigate = useNavigate();
  const { archive, unarchive, remove } = useProjectActs();
  const isArchived = project.state === 'archived';
  const trigger = (
    <IconButton label={t('projects.more', { name: project.name })}>
      <Ellipsis size={16} />
    </IconButton>
  );
  return (
    <Menu trigger={trigger} align="end">
      <MenuItem
        icon={<Settings size={16} />}
        onSelect={() =>
          void navigate({ to: '/p/$key/settings/$section', params: { key: project.key, section: 'general' } })
        }
      >
        {t('projects.settings')}
      </MenuItem>
      {mayManage(project) && (
        <MenuItem
          icon={isArchived ? <ArchiveRestore size={16} /> : <Archive size={16} />}
          onSelect={() => void (isArchived ? unarchive(project) : archive(project))}
        >
          {t(isArchived ? 'projects.unarchive' : 'projects.archive')}
        </MenuItem>
      )}
      {mayOwn(project) && (
        <>
          <MenuLine />
          <MenuItem icon={<Trash2 size={16} />} isDanger onSelect={() => void remove(project)}>
            {t('projects.delete')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

type Props = {
  project: Project;
  /** How many stand directly below it. */
  childCount?: number;
  isUnfolded?: boolean;
  onToggle?: () => void;
};

/** A project among others. */
export function ProjectCard({ project, childCount = 0, isUnfolded = false, onToggle }: Props) {
  const now = useToday();
  return (
    <li className="relative">
      <Link to="/p/$key/board" params={{ key: project.key }} className="card !grid h-full content-start gap-2 !p-4">
        <span className="flex items-center gap-2.5 pe-16">
          <ProjectMark project={project} size={18} />
          <span className="min-w-0 flex-1 truncate text-md font-semibold">{project.name}</span>
        </span>
        <span className="line-clamp-2 text-ink-2 sm:min-h-10">{project.description}</span>
        <span className="flex items-center gap-4 text-xs text-ink-3 tabular-nums">
          <span>{project.key}</span>
          <span className="flex items-center gap-1">
            <Users size={14} aria-hidden="true" /> {t('projects.members', { count: project.memberCount })}
          </span>
          {project.dueDate && (
            <span className="flex items-center gap-1">
              <CalendarDays size={14} aria-label={t('tasks.due')} /> {shortDate(project.dueDate, now)}
            </span>
          )}
        </span>
        {childCount > 0 && <span aria-hidden="true" className="h-6" />}
      </Link>
      {childCount > 0 && (
        <button
          type="button"
          className="quiet-btn absolute start-3 bottom-2.5 text-xs"
          aria-expanded={isUnfolded}
          aria-label={t('rollUp.belowOf', { count: childCount, name: project.name })}
          onClick={onToggle}
        >
          <ChevronDown size={14} aria-hidden="true" className={isUnfolded ? undefined : '-rotate-90'} />
          {t('rollUp.below', { count: childCount })}
        </button>
      )}
      <span className="absolute end-2.5 top-2.5 flex pointer-coarse:end-1 pointer-coarse:top-1">
        <FavouriteStar project={project} />
        <CardMenu project={project} />
      </span>
    </li>
  );
}
