import { useQuery } from '@tanstack/react-query';
import {
  type Content,
  editTask,
  type PatternTask,
  setWaitsFor,
  waitsFor,
} from '@/features/projects/templates/edit/content-draft';
import { DaysInput } from '@/features/projects/templates/edit/days-input';
import { workspacePeopleQuery } from '@/features/projects/templates/project-template-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import type { ComboboxOption } from '@/ui/combobox-list';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

type Props = { workspaceId: string; content: Content; task: PatternTask; onChange: (content: Content) => void };
type PickProps = { label: string; options: ComboboxOption[]; chosen: string[]; onPick: (chosen: string[]) => void };

function Pick({ label, options, chosen, onPick }: PickProps) {
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  return (
    <Field label={label}>
      {({ id }) => (
        <Combobox
          label={label}
          isMultiple
          options={options}
          chosen={chosen}
          onChange={onPick}
          trigger={
            <Button id={id} className="template-pick" disabled={options.length === 0}>
              <span className="truncate">{names.join(', ') || t('projectTemplates.none')}</span>
            </Button>
          }
        />
      )}
    </Field>
  );
}

/** When a task is, where it leads, who works on it, and for which others it waits. */
export function TaskFacts({ workspaceId, content, task, onChange }: Props) {
  const { data: people = [] } = useQuery(workspacePeopleQuery(workspaceId));
  const edit = (fields: Partial<PatternTask>) => onChange(editTask(content, task.ref, fields));
  const milestones = (content.milestones ?? []).flatMap(({ name }) => (name ? [{ value: name, label: name }] : []));
  const others = (content.tasks ?? []).flatMap(({ ref, title }) =>
    ref && ref !== task.ref ? [{ value: ref, label: title ?? '' }] : [],
  );
  const members = (content.members ?? []).flatMap(({ userId }) => {
    const person = people.find((candidate) => candidate.userId === userId);
    return userId ? [{ value: userId, label: person?.displayName ?? t('templates.someone') }] : [];
  });
  return (
    <div className="template-facts template-of-task">
      <Field label={t('templates.startInDays')}>
        {({ id }) => <DaysInput id={id} value={task.startInDays} onChange={(startInDays) => edit({ startInDays })} />}
      </Field>
      <Field label={t('templates.dueInDays')}>
        {({ id }) => <DaysInput id={id} value={task.dueInDays} onChange={(dueInDays) => edit({ dueInDays })} />}
      </Field>
      <Field label={t('templates.deadlineInDays')}>
        {({ id }) => (
          <DaysInput id={id} value={task.deadlineInDays} onChange={(deadlineInDays) => edit({ deadlineInDays })} />
        )}
      </Field>
      <Field label={t('projectTemplates.leadsTo')}>
        {(control) => (
          <Select
            {...control}
            value={task.milestone ?? ''}
            options={[{ value: '', label: t('projectTemplates.none') }, ...milestones]}
            onChange={(milestone) => edit({ milestone: milestone || null })}
          />
        )}
      </Field>
      <Pick
        label={t('projectTemplates.worksOnIt')}
        options={members}
        chosen={task.assigneeIds ?? []}
        onPick={(assigneeIds) => edit({ assigneeIds })}
      />
      <Pick
        label={t('projectTemplates.waitsFor')}
        options={others}
        chosen={waitsFor(content, task)}
        onPick={(refs) => onChange(setWaitsFor(content, task, refs))}
      />
    </div>
  );
}
