import { useQuery } from '@tanstack/react-query';
import {
  type Content,
  editTask,
  type PatternTask,
  possibleParents,
} from '@/features/project-settings/project-template/content/content-draft';
import { labelsOf, statesOf, typesOf } from '@/features/project-settings/project-template/content/content-parts';
import { DaysInput } from '@/features/project-settings/project-template/days-input';
import { LengthInput } from '@/features/project-settings/project-template/length-input';
import { MultiPick } from '@/features/project-settings/project-template/task/multi-pick';
import { onePerGroup } from '@/features/projects/label-groups';
import { workspacePeopleQuery } from '@/features/projects/people-queries';
import { PRIORITIES, priorityLabel } from '@/features/tasks/task-state';
import { DIFFICULTIES } from '@/features/tasks/templates/template-draft';
import { t } from '@/lib/i18n';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

type Props = { workspaceId: string; content: Content; task: PatternTask; onChange: (content: Content) => void };
type Named = { value: string; label: string };

/** What a task has besides its texts: where it begins, when it is, how much it takes, who works on it. */
export function TaskFacts({ workspaceId, content, task, onChange }: Props) {
  const { data: people = [] } = useQuery(workspacePeopleQuery(workspaceId));
  const edit = (fields: Partial<PatternTask>) => onChange(editTask(content, task.ref, fields));
  const milestones = (content.milestones ?? []).flatMap(({ name }) => (name ? [{ value: name, label: name }] : []));
  const parents = possibleParents(content, task).map(({ ref, title }) => ({
    value: ref ?? '',
    label: title || (ref ?? ''),
  }));
  const members = (content.members ?? []).flatMap(({ userId }) => {
    const person = people.find((candidate) => candidate.userId === userId);
    return userId ? [{ value: userId, label: person?.displayName ?? t('templates.someone') }] : [];
  });
  const labels = [...new Set([...labelsOf(content).map(({ name }) => name), ...(task.labels ?? [])])];

  const choice = (field: 'status' | 'type' | 'parent' | 'milestone', label: string, none: string, options: Named[]) => (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={task[field] ?? ''}
          options={[{ value: '', label: none }, ...options]}
          onChange={(value) => edit({ [field]: value || null })}
        />
      )}
    </Field>
  );
  const days = (field: 'startInDays' | 'dueInDays' | 'deadlineInDays', label: string) => (
    <Field label={label}>
      {({ id }) => <DaysInput id={id} value={task[field]} onChange={(value) => edit({ [field]: value })} />}
    </Field>
  );
  const length = (field: 'estimateMinutes' | 'durationMinutes', label: string) => (
    <Field label={label} errors={Number.isNaN(task[field]) ? [t('templates.estimateFault')] : undefined}>
      {(control) => <LengthInput {...control} value={task[field]} onChange={(value) => edit({ [field]: value })} />}
    </Field>
  );
  const named = (parts: readonly { key: string; name: string }[]) =>
    parts.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <>
      {choice('status', t('tasks.status'), t('projectTemplates.whereTasksBegin'), named(statesOf(content)))}
      {choice('type', t('peek.type'), t('projectTemplates.firstType'), named(typesOf(content)))}
      <Field label={t('tasks.priority')}>
        {(control) => (
          <Select
            {...control}
            value={task.priority ?? 'none'}
            options={PRIORITIES.map((value) => ({ value, label: priorityLabel(value) }))}
            onChange={(priority) => edit({ priority })}
          />
        )}
      </Field>
      <Field label={t('templates.difficulty')}>
        {(control) => (
          <Select
            {...control}
            value={String(task.difficulty ?? '')}
            options={DIFFICULTIES.map((value) => ({ value, label: value || t('projectTemplates.none') }))}
            onChange={(value) => edit({ difficulty: value ? Number(value) : null })}
          />
        )}
      </Field>
      {days('startInDays', t('templates.startInDays'))}
      {days('dueInDays', t('templates.dueInDays'))}
      {days('deadlineInDays', t('templates.deadlineInDays'))}
      {choice('milestone', t('projectTemplates.leadsTo'), t('projectTemplates.none'), milestones)}
      {length('estimateMinutes', t('templates.estimate'))}
      {length('durationMinutes', t('templates.duration'))}
      <MultiPick
        label={t('projectTemplates.worksOnIt')}
        options={members}
        chosen={task.assigneeIds ?? []}
        onPick={(assigneeIds) => edit({ assigneeIds })}
      />
      <MultiPick
        label={t('tasks.labels')}
        options={labels.map((name) => ({ value: name, label: name }))}
        chosen={task.labels ?? []}
        onPick={(chosen) => edit({ labels: onePerGroup(task.labels ?? [], chosen, labelsOf(content)) })}
        onCreate={(name) => edit({ labels: [...(task.labels ?? []), name] })}
      />
      {choice('parent', t('peek.parent'), t('projectTemplates.none'), parents)}
    </>
  );
}
