import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Goal, Project } from '@/api/types';
import { useGoals } from '@/features/goals/goal-queries';
import { parentsFor } from '@/features/goals/goal-tree';
import { type LinkedMilestone, MilestoneLinks } from '@/features/goals/milestone-links';
import { ProjectMark } from '@/features/projects/project-mark';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';

type Props = {
  workspaceId: string;
  goal: Goal | null;
  goals: readonly Goal[];
  projects: readonly Project[];
  onClose: () => void;
};

export function GoalDialog({ workspaceId, goal, goals, projects, onClose }: Props) {
  const { save } = useGoals(workspaceId);
  const [name, setName] = useState(goal?.name ?? '');
  const [description, setDescription] = useState(goal?.description ?? '');
  const [dueDate, setDueDate] = useState(goal?.dueDate ?? null);
  const [parentId, setParentId] = useState(goal?.parentId ?? '');
  const [projectIds, setProjectIds] = useState<string[]>([...(goal?.projectIds ?? [])]);
  const [milestones, setMilestones] = useState<LinkedMilestone[]>(
    goal?.links.filter(({ kind }) => kind === 'milestone') ?? [],
  );
  const faults = save.error instanceof ApiError ? save.error.errors : {};
  const linked = projects.filter((project) => projectIds.includes(project.id));

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const draft = {
      name: name.trim(),
      description: description.trim(),
      dueDate,
      parentId: parentId || null,
      projectIds,
      milestoneIds: milestones.map(({ id }) => id),
    };
    save.mutate({ goal, draft }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={goal ? t('goals.editTitle', { name: goal.name }) : t('goals.add')}
      isOpen
      onClose={onClose}
      width={480}
    >
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('goals.name')} errors={faults.name}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('goals.projects')} errors={faults.projectIds} hint={t('goals.projectsHint')}>
          {(control) => (
            <Combobox
              label={t('goals.projects')}
              isMultiple
              options={projects.map((project) => ({
                value: project.id,
                label: project.name,
                icon: <ProjectMark project={project} />,
              }))}
              chosen={projectIds}
              onChange={setProjectIds}
              trigger={
                <Button id={control.id} className="picker">
                  <span className="flex-1 truncate text-start">
                    {linked.map((project) => project.name).join(', ') || t('goals.noProjects')}
                  </span>
                </Button>
              }
            />
          )}
        </Field>
        {projects.length > 0 && (
          <Field label={t('goals.milestones')} errors={faults.milestoneIds} hint={t('goals.milestonesHint')}>
            {({ id }) => <MilestoneLinks id={id} projects={projects} chosen={milestones} onChange={setMilestones} />}
          </Field>
        )}
        <div className="grid grid-cols-2 gap-4">
          <Field label={t('goals.due')} errors={faults.dueDate}>
            {({ id }) => (
              <span className="date-setting">
                <DateField id={id} label={t('goals.due')} value={dueDate} onChange={setDueDate} />
              </span>
            )}
          </Field>
          <Field label={t('goals.parent')} errors={faults.parentId}>
            {(control) => (
              <Select
                {...control}
                value={parentId}
                options={[
                  { value: '', label: t('goals.noParent') },
                  ...parentsFor(goal, goals).map((other) => ({ value: other.id, label: other.name })),
                ]}
                onChange={setParentId}
              />
            )}
          </Field>
        </div>
        <Field label={t('goals.description')} errors={faults.description}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={4000}
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
        {save.error && Object.keys(faults).length === 0 && (
          <p role="alert" className="text-xs text-danger">
            {t('goals.saveFailed', { reason: reasonOf(save.error) })}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={save.isPending} disabled={!name.trim()}>
            {t(goal ? 'goals.save' : 'goals.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
