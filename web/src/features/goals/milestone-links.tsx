import { useQuery } from '@tanstack/react-query';
import { Flag, X } from 'lucide-react';
import { useState } from 'react';
import type { GoalLink, Project } from '@/api/types';
import { milestonesQuery } from '@/features/projects/milestone-queries';
import { ProjectMark } from '@/features/projects/project-mark';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { IconButton } from '@/ui/icon-button';
import { Select } from '@/ui/select';

export type LinkedMilestone = Pick<GoalLink, 'id' | 'name' | 'projectId'>;

type Props = {
  id: string;
  projects: readonly Project[];
  chosen: readonly LinkedMilestone[];
  onChange: (chosen: LinkedMilestone[]) => void;
};

/** The linked milestones, and for adding others the project first: only its milestones are loaded. */
export function MilestoneLinks({ id, projects, chosen, onChange }: Props) {
  const [projectId, setProjectId] = useState(chosen[0]?.projectId ?? projects[0]?.id ?? '');
  const { data: milestones = [] } = useQuery({ ...milestonesQuery(projectId), enabled: projectId !== '' });
  const others = chosen.filter((milestone) => milestone.projectId !== projectId);
  const own = chosen.filter((milestone) => milestone.projectId === projectId).map((milestone) => milestone.id);
  const handleChange = (ids: string[]) =>
    onChange([
      ...others,
      ...milestones.filter((one) => ids.includes(one.id)).map(({ id, name }) => ({ id, name, projectId })),
    ]);
  return (
    <div className="grid gap-2">
      {chosen.length > 0 && (
        <ul className="goal-chosen">
          {chosen.map((milestone) => {
            const project = projects.find((other) => other.id === milestone.projectId);
            return (
              <li key={milestone.id}>
                {project ? <ProjectMark project={project} /> : <Flag size={13} aria-hidden="true" />}
                <span className="min-w-0 truncate">{milestone.name}</span>
                <IconButton
                  label={t('goals.unlink', { name: milestone.name })}
                  onClick={() => onChange(chosen.filter((other) => other.id !== milestone.id))}
                >
                  <X size={13} />
                </IconButton>
              </li>
            );
          })}
        </ul>
      )}
      <div className="grid grid-cols-2 gap-2">
        <Select
          aria-label={t('goals.milestonesOf')}
          value={projectId}
          options={projects.map((project) => ({ value: project.id, label: project.name }))}
          onChange={setProjectId}
        />
        <Combobox
          label={t('goals.milestones')}
          isMultiple
          options={milestones.map((milestone) => ({
            value: milestone.id,
            label: milestone.name,
            icon: <Flag size={14} aria-hidden="true" />,
          }))}
          chosen={own}
          onChange={handleChange}
          trigger={
            <Button id={id} className="picker" disabled={milestones.length === 0}>
              <span className="flex-1 truncate text-start">
                {t(milestones.length === 0 ? 'goals.noMilestones' : 'goals.pickMilestones')}
              </span>
            </Button>
          }
        />
      </div>
    </div>
  );
}
