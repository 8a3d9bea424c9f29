import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import {
  CalendarDays,
  ChartGantt,
  ChevronDown,
  Clock,
  Columns3,
  Flag,
  IterationCw,
  ListChecks,
  type LucideIcon,
  Package,
  Settings,
  Table2,
  Trash2,
  Users,
  UsersRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Project } from '@/api/types';
import { FavouriteStar } from '@/features/projects/favourite-star';
import { ProjectMark } from '@/features/projects/project-mark';
import { membersQuery, projectsQuery } from '@/features/projects/project-queries';
import { type Text, t } from '@/lib/i18n';
import { AvatarStack } from '@/ui/avatar-stack';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/ui/menu';

type View = {
  to: '/p/$key/board' | '/p/$key/list' | '/p/$key/table' | '/p/$key/calendar' | '/p/$key/timeline';
  text: Text;
  keys: string;
  Icon: LucideIcon;
};

const VIEWS: readonly View[] = [
  { to: '/p/$key/board', text: 'projects.board', keys: '1', Icon: Columns3 },
  { to: '/p/$key/list', text: 'projects.list', keys: '2', Icon: ListChecks },
  { to: '/p/$key/table', text: 'projects.table', keys: '3', Icon: Table2 },
  { to: '/p/$key/calendar', text: 'projects.calendar', keys: '4', Icon: CalendarDays },
  { to: '/p/$key/timeline', text: 'projects.timeline', keys: '5', Icon: ChartGantt },
];

const PLANS = [
  { to: '/p/$key/milestones', text: 'projects.milestones', Icon: Flag },
  { to: '/p/$key/cycles', text: 'projects.cycles', Icon: IterationCw },
  { to: '/p/$key/releases', text: 'projects.releases', Icon: Package },
  { to: '/p/$key/time', text: 'projects.time', Icon: Clock },
  { to: '/p/$key/workload', text: 'projects.workload', Icon: UsersRound },
  { to: '/p/$key/trash', text: 'projects.taskTrash', Icon: Trash2 },
] as const;

/** Name, views and people of a project: the top bar of each of its pages. */
type Props = { project: Project /** Before the people, such as the running timer. */; extra?: ReactNode };

export function ProjectHeader({ project, extra }: Props) {
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
        {VIEWS.map(({ to, text, keys, Icon }) => (
          <MenuItem
            key={to}
            icon={<Icon size={16} />}
            keys={keys}
            onSelect={() => void navigate({ to, params: { key: project.key } })}
          >
            {t(text)}
          </MenuItem>
        ))}
        <MenuLine />
        {PLANS.map(({ to, text, Icon }) => (
          <MenuItem
            key={to}
            icon={<Icon size={16} />}
            onSelect={() => void navigate({ to, params: { key: project.key } })}
          >
            {t(text)}
          </MenuItem>
        ))}
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
      <FavouriteStar project={project} />
      <nav className="ms-2 hidden gap-1 phone:flex" aria-label={t('projects.views')}>
        {VIEWS.map(({ to, text, Icon }) => (
          <Link key={to} className="tab" to={to} params={{ key: project.key }}>
            <Icon size={16} aria-hidden="true" />
            {t(text)}
          </Link>
        ))}
      </nav>
      <span className="flex-1" />
      {extra}
      <Link to="/p/$key/settings/$section" params={{ key: project.key, section: 'members' }} className="rounded-full">
        <span className="sr-only">{t('projects.people')}: </span>
        <AvatarStack people={people} size={26} most={4} />
      </Link>
    </header>
  );
}
