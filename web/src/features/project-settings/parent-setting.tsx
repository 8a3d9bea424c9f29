import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '@/api/reason';
import type { Project } from '@/api/types';
import { projectsQuery } from '@/features/projects/project-queries';
import { t } from '@/lib/i18n';
import { useSave } from '@/lib/use-save';
import { Select } from '@/ui/select';
import { Setting } from '@/ui/setting';

type Props = { project: Project; onSave: (parentId: string | null) => Promise<unknown> };

/** Whether a project stands below another, on whatever level. */
function isBelow(project: Project, ancestor: Project, all: ReadonlyMap<string, Project>): boolean {
  for (let at = project.parentId; at; at = all.get(at)?.parentId ?? null) {
    if (at === ancestor.id) return true;
  }
  return false;
}

/** The project below which this one stands. What would close a circle is not offered. */
export function ParentSetting({ project, onSave }: Props) {
  const { data: projects = [] } = useQuery(projectsQuery);
  const { state, run } = useSave(onSave);
  const all = new Map(projects.map((other) => [other.id, other]));
  const isPossible = (other: Project) =>
    other.id === project.parentId ||
    (other.workspaceId === project.workspaceId &&
      other.state === 'active' &&
      other.id !== project.id &&
      !isBelow(other, project, all));
  const options = projects.filter(isPossible).map((other) => ({ value: other.id, label: other.name }));
  const hidden =
    project.parentId && !all.has(project.parentId)
      ? [{ value: project.parentId, label: t('settings.parentHidden') }]
      : [];
  return (
    <Setting label={t('settings.parent')} hint={t('settings.parentHint')} state={state} explain={reasonOf}>
      {(control) => (
        <Select
          {...control}
          className="max-w-80"
          value={project.parentId ?? ''}
          options={[{ value: '', label: t('settings.parentNone') }, ...hidden, ...options]}
          onChange={(parentId) => void run(parentId || null)}
        />
      )}
    </Setting>
  );
}
