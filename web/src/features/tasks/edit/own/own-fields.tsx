import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { CustomField } from '@/api/types';
import { customFieldsQuery, isComputed, isFieldOf } from '@/features/projects/custom-field-queries';
import { OwnControl } from '@/features/tasks/edit/own/own-control';
import { useTaskContext } from '@/features/tasks/edit/task-context';

const ComputedFields = lazy(() =>
  import('@/features/tasks/roll-up/computed-fields').then((module) => ({ default: module.ComputedFields })),
);

/** The fields that the project has made for tasks of this type; those that it asks for are always shown. */
export function OwnFields({ isAll }: { isAll: boolean }) {
  const { shown, project, members, mayEdit, edit } = useTaskContext();
  const { data = [] } = useQuery(customFieldsQuery(project.id));
  const fields = data.filter((field) => isFieldOf(field, shown.type));
  const computed = fields.filter(isComputed);
  const ownValue = ({ name }: CustomField): unknown => shown.customFields?.[name] ?? null;
  const isShown = (field: CustomField) =>
    ownValue(field) !== null || (mayEdit && (isAll || field.required !== 'never'));
  return (
    <>
      {fields
        .filter((field) => !isComputed(field) && isShown(field))
        .map((field) => (
          <OwnControl
            key={field.id}
            field={field}
            value={ownValue(field)}
            members={members}
            mayEdit={mayEdit}
            onSet={(next) => void edit({ customFields: { ...shown.customFields, [field.name]: next } }, field.name)}
          />
        ))}
      {computed.length > 0 && (
        <Suspense>
          <ComputedFields fields={computed} isAll={isAll} />
        </Suspense>
      )}
    </>
  );
}
