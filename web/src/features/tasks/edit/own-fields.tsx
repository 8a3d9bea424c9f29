import { useQuery } from '@tanstack/react-query';
import type { CustomField } from '@/api/types';
import { customFieldsQuery, isFieldOf } from '@/features/projects/custom-field-queries';
import { OwnControl } from '@/features/tasks/edit/own-control';
import { useTaskContext } from '@/features/tasks/edit/task-context';

/** The fields that the project has made for tasks of this type; those that it asks for are always shown. */
export function OwnFields({ isAll }: { isAll: boolean }) {
  const { shown, project, members, mayEdit, edit } = useTaskContext();
  const { data: fields = [] } = useQuery(customFieldsQuery(project.id));
  const ownValue = ({ name }: CustomField): unknown => shown.customFields?.[name] ?? null;
  return fields
    .filter((field) => isFieldOf(field, shown.type))
    .filter((field) => ownValue(field) !== null || (mayEdit && (isAll || field.required !== 'never')))
    .map((field) => (
      <OwnControl
        key={field.id}
        field={field}
        value={ownValue(field)}
        members={members}
        mayEdit={mayEdit}
        onSet={(next) => void edit({ customFields: { ...shown.customFields, [field.name]: next } }, field.name)}
      />
    ));
}
