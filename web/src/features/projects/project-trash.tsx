import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { trashQuery } from '@/features/projects/project-lifecycle';
import { ProjectMark } from '@/features/projects/project-mark';
import { useProjectActs } from '@/features/projects/use-project-acts';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

/** Deleted projects, for as long as they can be brought back. */
export function ProjectTrash({ workspaceId }: { workspaceId: string }) {
  const { data, error, refetch } = useQuery(trashQuery(workspaceId));
  const { restore } = useProjectActs();
  if (error && !data) return <ErrorState title={t('projects.loadFailed')} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={96} />;
  if (data.length === 0) {
    return <EmptyState icon={<Trash2 size={22} />} title={t('projects.trashEmpty')} text={t('projects.trashText')} />;
  }
  return (
    <ul>
      {data.map((project) => (
        <li key={project.id} className="flex min-h-12 items-center gap-3 border-b border-line px-2">
          <ProjectMark project={project} />
          <span className="min-w-0 flex-1 truncate font-medium">{project.name}</span>
          <span className="text-xs text-ink-3">{project.key}</span>
          <Button onClick={() => void restore(project)} aria-label={t('projects.restoreThis', { name: project.name })}>
            {t('projects.restore')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
