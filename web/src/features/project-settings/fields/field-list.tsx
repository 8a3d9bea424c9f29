import { useQuery } from '@tanstack/react-query';
import { Plus, SquarePen } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { CustomField, Project } from '@/api/types';
import { FieldDialog } from '@/features/project-settings/fields/field-dialog';
import { useCustomFields } from '@/features/project-settings/fields/field-queries';
import { FieldRow } from '@/features/project-settings/fields/field-row';
import { customFieldsQuery } from '@/features/projects/custom-field-queries';
import { mayManage } from '@/features/projects/project-rights';
import { taskTypesQuery } from '@/features/projects/task-type-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';
import { TypedConfirm } from '@/ui/typed-confirm';

/** The fields of one's own that the tasks of a project have. */
export function FieldList({ project }: { project: Project }) {
  const { data, error, refetch } = useQuery(customFieldsQuery(project.id));
  const { data: types = [] } = useQuery(taskTypesQuery(project.id));
  const { remove } = useCustomFields(project.id);
  const [edited, setEdited] = useState<CustomField | 'new' | null>(null);
  const [leaving, setLeaving] = useState<CustomField | null>(null);
  const canEdit = mayManage(project) && project.state === 'active';
  const add = (
    <Button variant="primary" onClick={() => setEdited('new')}>
      <Plus size={15} aria-hidden="true" /> {t('fields.add')}
    </Button>
  );

  const handleRemove = (field: CustomField) =>
    remove.mutate(field.id, {
      onSuccess: () => {
        setLeaving(null);
        showToast(t('fields.removed', { name: field.name }));
      },
    });

  return (
    <>
      <SettingsHead
        title={t('fields.title')}
        text={t('fields.text')}
        action={canEdit && data && data.length > 0 ? add : undefined}
      />
      {error && !data && <ErrorState title={t('fields.loadFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={180} />}
      {data?.length === 0 && (
        <EmptyState
          icon={<SquarePen size={22} />}
          title={t('fields.empty')}
          text={t('fields.emptyText')}
          action={canEdit && add}
        />
      )}
      <ul className="settings-list">
        {data?.map((field) => (
          <FieldRow
            key={field.id}
            field={field}
            types={types}
            onEdit={canEdit ? () => setEdited(field) : null}
            onRemove={() => setLeaving(field)}
          />
        ))}
      </ul>
      {edited && (
        <FieldDialog projectId={project.id} field={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {leaving && (
        <TypedConfirm
          title={t('fields.removeAsk', { name: leaving.name })}
          text={t('fields.removeText')}
          word={leaving.name}
          ask={t('settings.typeName', { name: leaving.name })}
          action={t('fields.removeDo')}
          isBusy={remove.isPending}
          error={remove.error && reasonOf(remove.error)}
          onConfirm={() => handleRemove(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
