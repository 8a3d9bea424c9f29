import { AddLine } from '@/features/project-settings/project-template/add-line';
import type { Content } from '@/features/project-settings/project-template/content/content-draft';
import { typesOf, withTypes } from '@/features/project-settings/project-template/content/content-parts';
import { Part } from '@/features/project-settings/project-template/part';
import { added, MOST } from '@/features/project-settings/types/type-list';
import { TypeRow } from '@/features/project-settings/types/type-row';
import { t } from '@/lib/i18n';

type Props = { content: Content; onChange: (content: Content) => void };

/** The types of the tasks of the projects, in the order in which they are offered. */
export function TypePart({ content, onChange }: Props) {
  const types = typesOf(content);
  return (
    <Part title={t('projectTemplates.types')} count={types.length}>
      {content.taskTypes === null && <p className="text-xs text-ink-3">{t('projectTemplates.usual')}</p>}
      <ol className="settings-list w-full">
        {types.map((type, index) => (
          <TypeRow
            key={type.key}
            type={type}
            index={index}
            count={types.length}
            onEdit={(edit) => onChange(withTypes(content, edit(types)))}
            onRemove={() => onChange(withTypes(content, types.toSpliced(index, 1)))}
          />
        ))}
      </ol>
      {types.length < MOST && (
        <AddLine
          label={t('types.newName')}
          placeholder={t('types.new')}
          onAdd={(name) => onChange(withTypes(content, added(types, name)))}
        />
      )}
    </Part>
  );
}
