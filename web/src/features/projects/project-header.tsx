import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronDown, Columns3, ListChecks, Settings, Users } from 'lucide-react';
import type { Project } from '@/api/types';
import { ProjectMark } from '@/features/projects/project-mark';
import { membersQuery, projectsQuery } from '@/features/projects/project-queries';
import { t } from '@/lib/i18n';
import { AvatarStack } from '@/ui/avatar-stack';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/ui/menu';

/** Name, views and people of a project: the top bar of each of its pages. */
export function ProjectHeader({ project }: { project: Project }) {
  const navigate = useNavigate();
  const { data: projects = [] } = useQuery(projectsQuery);
  const { data: members = [] } = useQuery(membersQuery(project.id));
  const people = members
    .filter((member) => member.state === 'active')
    .map((member) => ({ id: member.userId, name: member.displayName, imageUrl: member.avatarUrl }));
  const others = projects.filter((other) => other.workspaceId === project.workspaceId && other.id !== project.id);

  const toSettings = (section: string) => () =>
    void navigate({ to: '/p/$key/settings/$section', params: { key: project.key, section } });

  const trigger = (
    <button type="button" className="-ms-2 flex h-8 min-w-0 items-center gap-2.5 rounded-md px-2 hover:bg-hover">
      <ProjectMark project={project} size={18} />
      <h1 className="truncate text-[0.9375rem]">{project.name}</h1>
      <ChevronDown size={15} className="text-ink-3" aria-hidden="true" />
    </button>
  );

  return (
    <header className="topbar">
      <Menu trigger={trigger}>
        <MenuItem
          icon={<Columns3 size={16} />}
          keys="1"
          onSelect={() => void navigate({ to: '/p/$key/board', params: { key: project.key } })}
        >
          {t('projects.board')}
        </MenuItem>
        <MenuItem
          icon={<ListChecks size={16} />}
          keys="2"
          onSelect={() => void navigate({ to: '/p/$key/list', params: { key: project.key } })}
        >
          {t('projects.list')}
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<Users size={16} />} onSelect={toSettings('members')}>
          {t('projects.people')}
        </MenuItem>
        <MenuItem icon={<Settings size={16} />} onSelect={toSettings('general')}>
          {t('projects.settings')}
        </MenuItem>
        {others.length > 0 && (
          <>
            <MenuLine />
            <MenuLabel>{t('projects.switch')}</MenuLabel>
            {others.map((other) => (
              <MenuItem
                key={other.id}
                icon={<ProjectMark project={other} />}
                onSelect={() => void navigate({ to: '/p/$key/board', params: { key: other.key } })}
              >
                {other.name}
              </MenuItem>
            ))}
          </>
        )}
      </Menu>
      <nav className="ms-3 hidden gap-1 phone:flex" aria-label={t('projects.views')}>
        <Link className="tab" to="/p/$key/board" params={{ key: project.key }}>
          <Columns3 size={16} aria-hidden="true" />
          {t('projects.board')}
        </Link>
        <Link className="tab" to="/p/$key/list" params={{ key: project.key }}>
          <ListChecks size={16} aria-hidden="true" />
          {t('projects.list')}
        </Link>
      </nav>
      <span className="flex-1" />
      <Link to="/p/$key/settings/$section" params={{ key: project.key, section: 'members' }} className="rounded-full">
        <span className="sr-only">{t('projects.people')}: </span>
        <AvatarStack people={people} size={26} most={4} />
      </Link>
    </header>
  );
}
