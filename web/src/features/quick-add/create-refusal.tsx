import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import { fieldName, listWords } from '@/features/tasks/field-words';
import { t } from '@/lib/i18n';
import '@/lib/i18n-task';

/** Why a task was not created, in the words of the screen. Loaded when it happens. */
function textOf(error: Error): string {
  if (!(error instanceof ApiError)) return reasonOf(error);
  const { fields } = error.problem;
  if (error.code === 'fields_required' && Array.isArray(fields))
    return t('quick.fieldsRequired', { fields: listWords(fields.map((field) => fieldName(String(field)))) });
  return error.errors.title?.join(' ') ?? reasonOf(error);
}

export function CreateRefusal({ error }: { error: Error }) {
  return (
    <p role="alert" className="text-danger">
      {textOf(error)}
    </p>
  );
}
