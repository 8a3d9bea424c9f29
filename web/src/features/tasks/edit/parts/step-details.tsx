import { SlidersHorizontal } from 'lucide-react';
import type { Step } from '@/api/types';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { personName } from '@/features/tasks/field-words';
import { dueOf } from '@/features/tasks/task-state';
import { dayOf } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Avatar } from '@/ui/avatar';
import { Checkbox } from '@/ui/checkbox';
import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { IconButton } from '@/ui/icon-button';
import { Popover } from '@/ui/popover';
import { Select } from '@/ui/select';

/** Beside the name of a step: whether the task waits for it, until when, and who does it. */
export function StepFacts({ step }: { step: Step }) {
  const { members } = useTaskContext();
  const now = useToday();
  const due = dueOf({ dueAt: step.dueAt, statusCategory: step.done ? 'completed' : 'unstarted' }, now);
  const member = members.find((candidate) => candidate.userId === step.assigneeId);
  return (
    <>
      {step.required && <span className="badge">{t('peek.stepRequired')}</span>}
      {due && (
        <span className={due.tone === 'plain' ? 'text-xs text-ink-3' : `text-xs due-${due.tone}`}>{due.text}</span>
      )}
      {step.assigneeId && (
        <Avatar
          id={step.assigneeId}
          name={personName(step.assigneeId, members)}
          imageUrl={member?.avatarUrl}
          size={18}
        />
      )}
    </>
  );
}

type Props = { step: Step; onChange: (fields: Partial<Step>) => void };

/** Who does a step, until when, and whether the task cannot be completed before. */
export function StepDetails({ step, onChange }: Props) {
  const { members } = useTaskContext();
  const people = [
    { value: '', label: t('peek.nobody') },
    ...members.map((member) => ({ value: member.userId, label: member.displayName })),
  ];
  return (
    <Popover
      align="end"
      label={t('peek.stepMore', { title: step.title })}
      trigger={
        <IconButton label={t('peek.stepMore', { title: step.title })}>
          <SlidersHorizontal size={14} />
        </IconButton>
      }
    >
      <div className="grid w-64 gap-3 p-2">
        <Field label={t('peek.stepAssignee')}>
          {(control) => (
            <Select
              {...control}
              value={step.assigneeId ?? ''}
              options={people}
              onChange={(userId) => onChange({ assigneeId: userId || null })}
            />
          )}
        </Field>
        <Field label={t('peek.stepDue')}>
          {({ id }) => (
            <span className="date-setting">
              <DateField
                id={id}
                label={t('peek.stepDue')}
                value={step.dueAt && dayOf(step.dueAt)}
                onChange={(dueAt) => onChange({ dueAt })}
              />
            </span>
          )}
        </Field>
        <span className="flex items-center gap-2">
          <Checkbox
            isChecked={step.required}
            label={t('peek.stepMustBeDone')}
            onChange={(required) => onChange({ required })}
          />
          <span aria-hidden="true">{t('peek.stepMustBeDone')}</span>
        </span>
      </div>
    </Popover>
  );
}
