import { useState } from 'react';
import { FieldForm } from '@/features/project-settings/fields/field-form';
import { FieldRow } from '@/features/project-settings/fields/field-row';
import type { Content } from '@/features/project-settings/project-template/content/content-draft';
import {
  addField,
  editField,
  fieldsOf,
  removeField,
} from '@/features/project-settings/project-template/content/content-fields';
import { typesOf } from '@/features/project-settings/project-template/content/content-parts';
import { Part } from '@/features/project-settings/project-template/part';
import { t } from '@/lib/i18n';

type Props = { content: Content; onChange: (content: Content) => void };

/** The fields of their own that the tasks of the projects have. */
export function FieldPart({ content, onChange }: Props) {
  /** The place of a field; behind all of them a new one. */
  const [edited, setEdited] = useState<number | null>(null);
  const fields = fieldsOf(content);
  const types = typesOf(content);
  const close = () => setEdited(null);
  return (
    <Part title={t('projectTemplates.fields')} count={fields.length}>
      <ul className="settings-list w-full">
        {fields.map((field, place) => (
          <FieldRow
            key={field.id}
            field={field}
            types={types}
            onEdit={() => setEdited(place)}
            onRemove={() => onChange(removeField(content, place))}
          />
        ))}
      </ul>
      <button type="button" className="quiet-btn" onClick={() => setEdited(fields.length)}>
        {t('fields.add')}
      </button>
      {edited !== null && (
        <FieldForm
          field={fields[edited] ?? null}
          fields={fields}
          types={types}
          onSave={(draft) => {
            onChange(edited < fields.length ? editField(content, edited, draft) : addField(content, draft));
            close();
          }}
          onClose={close}
        />
      )}
    </Part>
  );
}
