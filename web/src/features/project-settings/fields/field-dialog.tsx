import { useQuery } from '@tanstack/react-query';
import type { CustomField } from '@/api/types';
import { FieldForm } from '@/features/project-settings/fields/field-form';
import { useCustomFields } from '@/features/project-settings/fields/field-queries';
import { customFieldsQuery } from '@/features/projects/custom-field-queries';
import { taskTypesQuery } from '@/features/projects/task-type-queries';

type Props = { projectId: string; field: CustomField | null; onClose: () => void };

/** Makes a field of a project, or changes one. */
export function FieldDialog({ projectId, field, onClose }: Props) {
  const { save } = useCustomFields(projectId);
  const { data: fields = [] } = useQuery(customFieldsQuery(projectId));
  const { data: types = [] } = useQuery(taskTypesQuery(projectId));
  return (
    <FieldForm
      field={field}
      fields={fields}
      types={types}
      sent={{ draft: save.variables?.draft, error: save.error }}
      isBusy={save.isPending}
      onSave={(draft) => save.mutate({ field, draft }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
