import { Link, useRouterState } from '@tanstack/react-router';
import type { DragEvent, HTMLAttributes, KeyboardEvent } from 'react';
import { useState } from 'react';
import type { Project } from '@/api/types';
import { useChangeFavourite } from '@/features/projects/favourite-queries';
import { ProjectMark } from '@/features/projects/project-mark';
import { announce } from '@/lib/announce';
import { t } from '@/lib/i18n';

type LinksProps = {
  projects: readonly Project[];
  /** What else a row takes, for lists whose rows can be moved. */
  rowOf?: (project: Project, index: number) => HTMLAttributes<HTMLLIElement> & { 'data-drop'?: string };
  keys?: string;
};

export function ProjectLinks({ projects, rowOf, keys }: LinksProps) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <ul className="grid gap-px">
      {projects.map((project, index) => (
        <li key={project.id} {...rowOf?.(project, index)}>
          <Link
            to="/p/$key/board"
            params={{ key: project.key }}
            className="nav-row"
            data-active={path.startsWith(`/p/${project.key}/`)}
            aria-keyshortcuts={keys}
          >
            <ProjectMark project={project} />
            <span>{project.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The reader's favourites in the reader's own order: dragged, or moved with Alt and the arrows. */
export function FavouriteLinks({ projects }: { projects: readonly Project[] }) {
  const change = useChangeFavourite();
  const [held, setHeld] = useState<Project | null>(null);
  const [over, setOver] = useState<Project | null>(null);
  const from = held ? projects.indexOf(held) : -1;

  const move = (project: Project, target: Project | undefined) => {
    if (!target || target === project) return;
    const isDown = projects.indexOf(project) < projects.indexOf(target);
    change({ project, place: isDown ? { afterId: target.id } : { beforeId: target.id } });
    const place = projects.indexOf(target) + 1;
    announce(t('projects.favouriteMoved', { name: project.name, place, count: projects.length }), 'assertive');
  };
  const end = () => {
    setHeld(null);
    setOver(null);
  };
  const rowOf = (project: Project, index: number) => ({
    'data-drop': project === over && index !== from ? (from < index ? 'after' : 'before') : undefined,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      setHeld(project);
    },
    onDragOver: (event: DragEvent) => {
      if (!held) return;
      event.preventDefault();
      setOver(project);
    },
    onDragEnd: end,
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (held) move(held, project);
      end();
    },
    onKeyDown: (event: KeyboardEvent) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!event.altKey || by === undefined) return;
      event.preventDefault();
      move(project, projects[index + by]);
    },
  });
  return <ProjectLinks projects={projects} rowOf={rowOf} keys="Alt+ArrowUp Alt+ArrowDown" />;
}
