import { useQuery } from '@tanstack/react-query';
import { labelGroups, onePerGroup, pickHeading } from '@/features/projects/label-groups';
import { labelsQuery, membersQuery } from '@/features/projects/project-queries';
import { PRIORITIES, priorityLabel } from '@/features/tasks/task-state';
import { DIFFICULTIES, isNoLength, type TemplateDraft } from '@/features/tasks/templates/template-draft';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type Props = { projectId: string; draft: TemplateDraft; onChange: (fields: Partial<TemplateDraft>) => void };

/** What tasks of a template have besides their texts. Days are counted from the day on which it is used. */
export function TemplateFacts({ projectId, draft, onChange }: Props) {
  const { data: members = [] } = useQuery(membersQuery(projectId));
  const { data: labels = [] } = useQuery(labelsQuery(projectId));
  const people = draft.assigneeIds.map(
    (id) => members.find((member) => member.userId === id)?.displayName ?? t('templates.someone'),
  );
  const days = (field: 'startInDays' | 'dueInDays' | 'deadlineInDays', label: string) => (
    <Field label={label} hint={t('templates.daysHint')}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={-3650}
          max={3650}
          value={draft[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  const length = (field: 'estimate' | 'duration', label: string) => (
    <Field label={label} errors={isNoLength(draft[field]) ? [t('templates.estimateFault')] : undefined}>
      {(control) => (
        <Input
          {...control}
          placeholder="2h 30m"
          value={draft[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="template-facts">
      {days('startInDays', t('templates.startInDays'))}
      {days('dueInDays', t('templates.dueInDays'))}
      {days('deadlineInDays', t('templates.deadlineInDays'))}
      <Field label={t('tasks.priority')}>
        {(control) => (
          <Select
            {...control}
            value={draft.priority}
            options={PRIORITIES.map((value) => ({ value, label: priorityLabel(value) }))}
            onChange={(priority) => onChange({ priority })}
          />
        )}
      </Field>
      <Field label={t('templates.difficulty')}>
        {(control) => (
          <Select
            {...control}
            value={String(draft.difficulty ?? '')}
            options={DIFFICULTIES.map((value) => ({ value, label: value || t('tasks.none') }))}
            onChange={(value) => onChange({ difficulty: value ? Number(value) : null })}
          />
        )}
      </Field>
      {length('estimate', t('templates.estimate'))}
      {length('duration', t('templates.duration'))}
      <Field label={t('tasks.assignee')}>
        {(control) => (
          <Combobox
            label={t('tasks.assignee')}
            isMultiple
            options={members.map((member) => ({
              value: member.userId,
              label: member.displayName,
              icon: (
                <Avatar
                  id={member.userId}
                  name={member.displayName}
                  imageUrl={member.avatarUrl}
                  size={20}
                  isDecorative
                />
              ),
            }))}
            chosen={draft.assigneeIds}
            onChange={(assigneeIds) => onChange({ assigneeIds })}
            trigger={
              <Button id={control.id} className="template-pick">
                <span className="truncate">{people.join(', ') || t('tasks.unassigned')}</span>
              </Button>
            }
          />
        )}
      </Field>
      <Field label={t('tasks.labels')}>
        {(control) => (
          <Combobox
            label={t('tasks.labels')}
            isMultiple
            options={labelGroups(labels).flatMap(([, inside]) =>
              inside.map((label) => ({ value: label.name, label: label.name, group: pickHeading(label) })),
            )}
            chosen={draft.labels}
            onChange={(chosen) => onChange({ labels: onePerGroup(draft.labels, chosen, labels) })}
            trigger={
              <Button id={control.id} className="template-pick">
                <span className="truncate">{draft.labels.join(', ') || t('tasks.none')}</span>
              </Button>
            }
          />
        )}
      </Field>
    </div>
  );
}
