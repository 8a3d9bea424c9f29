import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '@/api/reason';
import type { Project } from '@/api/types';
import { projectsQuery } from '@/features/projects/project-queries';
import { rollUpQuery } from '@/features/projects/roll-up/roll-up-queries';
import { RollUpTable } from '@/features/projects/roll-up/roll-up-table';
import { t } from '@/lib/i18n';
import '@/lib/i18n-list';
import { Skeleton } from '@/ui/skeleton';

/** What a project comes to with the projects below it; nothing where none is. */
export function RollUp({ project }: { project: Project }) {
  const { data: projects = [] } = useQuery(projectsQuery);
  const isParent = projects.some(({ parentId }) => parentId === project.id);
  const { data, error } = useQuery({ ...rollUpQuery(project.id), enabled: isParent });
  if (!isParent) return null;
  if (error && !data) return <p className="text-xs text-danger">{t('rollUp.failed', { reason: reasonOf(error) })}</p>;
  return data ? <RollUpTable rollUp={data} projects={projects} name={project.name} /> : <Skeleton height={96} />;
}
