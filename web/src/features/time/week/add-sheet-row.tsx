import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Project } from '@/api/types';
import { ProjectMark } from '@/features/projects/project-mark';
import { taskListQuery } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { Select } from '@/ui/select';

type Props = {
  projects: readonly Project[];
  onAdd: (row: { projectId: string; taskId: string | null }) => void;
};

const WHOLE = 'project';

/** Another line of the sheet: a project, and what in it. */
export function AddSheetRow({ projects, onAdd }: Props) {
  const [projectId, setProjectId] = useState(projects[0]?.id ?? '');
  const project = projects.find((candidate) => candidate.id === projectId) ?? projects[0];
  const { data } = useQuery({
    ...taskListQuery({ projectId: project?.id ?? '', statusCategory: 'unstarted,started', sort: '-updatedAt' }),
    enabled: project !== undefined,
  });
  if (!project) return null;
  const trigger = (
    <Button>
      <Plus size={15} aria-hidden="true" /> {t('time.addRow')}
    </Button>
  );
  return (
    <div className="sheet-add">
      <ProjectMark project={project} size={12} />
      <Select
        className="!w-auto"
        aria-label={t('time.projectOfRow')}
        value={project.id}
        options={projects.map((candidate) => ({ value: candidate.id, label: candidate.name }))}
        onChange={setProjectId}
      />
      <Combobox
        label={t('time.addRow')}
        trigger={trigger}
        options={[
          { value: WHOLE, label: t('time.wholeProject') },
          ...(data?.items ?? []).map((task) => ({ value: task.id, label: `${task.key} ${task.title}` })),
        ]}
        chosen={[]}
        onChange={([value]) => value && onAdd({ projectId: project.id, taskId: value === WHOLE ? null : value })}
      />
    </div>
  );
}
