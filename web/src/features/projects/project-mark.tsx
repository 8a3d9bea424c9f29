import { lazy, Suspense } from 'react';
import type { Project } from '@/api/types';
import { projectColour } from '@/features/projects/project-colour';

const ProjectIcon = lazy(() =>
  import('@/features/projects/project-icon').then((module) => ({ default: module.ProjectIcon })),
);

type Props = { project: Pick<Project, 'key' | 'color' | 'icon'>; size?: number };

/** The small sign of a project: its icon in its colour, else a square of it. */
export function ProjectMark({ project, size = 12 }: Props) {
  const colour = projectColour(project);
  const square = <i className="project-mark" style={{ width: size, height: size, background: colour }} />;
  if (!project.icon) return square;
  return (
    <Suspense fallback={square}>
      <i className="project-mark !m-0" style={{ width: size + 4, color: colour, fontSize: size }} aria-hidden="true">
        <ProjectIcon name={project.icon} size={size + 4} />
      </i>
    </Suspense>
  );
}
