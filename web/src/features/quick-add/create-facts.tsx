import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { customFieldsQuery, isComputed, isFieldOf } from '@/features/projects/custom-field-queries';
import { membersQuery } from '@/features/projects/project-queries';
import { taskTypesQuery } from '@/features/projects/task-type-queries';
import { OwnControl } from '@/features/tasks/edit/own/own-control';
import { t } from '@/lib/i18n';
import '@/lib/i18n-task';
import '@/styles/task.css';
import { Select } from '@/ui/select';

/** The type of a new task, the project's first one where none is chosen, and its values of the project's own fields. */
export type OwnFacts = { projectId: string; type?: string; customFields?: Record<string, unknown> };

type Props = { facts: OwnFacts; onChange: (facts: OwnFacts) => void };

/** The type of a new task and the fields of that type: those without which it cannot be made, and on request the others. */
export function CreateFacts({ facts, onChange }: Props) {
  const { projectId, customFields = {} } = facts;
  const { data: types = [] } = useQuery(taskTypesQuery(projectId));
  const { data: fields = [] } = useQuery(customFieldsQuery(projectId));
  const { data: members = [] } = useQuery(membersQuery(projectId));
  const [isAll, setIsAll] = useState(false);
  const type = facts.type ?? types[0]?.key ?? '';
  const own = fields.filter((field) => !isComputed(field) && isFieldOf(field, type));
  const asked = own.filter(({ required }) => required === 'creation');
  const shown = isAll ? [...asked, ...own.filter((field) => !asked.includes(field))] : asked;

  const setType = (next: string) => {
    const kept = fields.filter((field) => field.name in customFields && isFieldOf(field, next));
    const values = Object.fromEntries(kept.map(({ name }) => [name, customFields[name]]));
    onChange({ projectId, type: next, customFields: values });
  };
  return (
    <>
      <span className="flex items-center gap-3">
        {types.length > 1 && (
          <Select
            className="!w-auto !min-h-[28px] !py-0"
            aria-label={t('peek.type')}
            value={type}
            options={types.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={setType}
          />
        )}
        {own.length > asked.length && (
          <button type="button" className="quiet-btn" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
            {isAll ? t('peek.fewerFields') : t('peek.moreFields')}
          </button>
        )}
      </span>
      {shown.length > 0 && (
        <dl className="facts">
          {shown.map((field) => (
            <OwnControl
              key={field.id}
              field={field}
              value={customFields[field.name] ?? null}
              members={members}
              mayEdit
              onSet={(value) => onChange({ ...facts, customFields: { ...customFields, [field.name]: value } })}
            />
          ))}
        </dl>
      )}
    </>
  );
}
