import type { Project } from '@/api/types';
import { projectColour } from '@/features/projects/project-colour';

type Props = { project: Pick<Project, 'key' | 'color' | 'icon'>; size?: number };

/** The small sign of a project: its icon, else a square of its colour. */
export function ProjectMark({ project, size = 12 }: Props) {
  const style = {
    width: size,
    height: size,
    fontSize: size,
    background: project.icon ? 'none' : projectColour(project),
  };
  return (
    <i className="project-mark" style={style} aria-hidden="true">
      {project.icon}
    </i>
  );
}
