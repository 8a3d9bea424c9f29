import { GroupChoice } from '@/features/project-settings/group-choice';
import { LABEL_GROUPS, LabelRow } from '@/features/project-settings/label-row';
import { nextColour } from '@/features/project-settings/new-label';
import { AddLine } from '@/features/project-settings/project-template/add-line';
import type { Content } from '@/features/project-settings/project-template/content/content-draft';
import { editLabel, labelsOf, withExclusive } from '@/features/project-settings/project-template/content/content-parts';
import { Part } from '@/features/project-settings/project-template/part';
import { t } from '@/lib/i18n';

type Props = { content: Content; onChange: (content: Content) => void };

/** The labels of the projects. Those that only tasks name come besides. */
export function LabelPart({ content, onChange }: Props) {
  const labels = labelsOf(content);
  const groups = [...new Set(labels.flatMap(({ group }) => group ?? []))];
  const handleAdd = (name: string) =>
    onChange({
      ...content,
      labels: [...(content.labels ?? []), { name, color: nextColour(labels), group: null, exclusive: null }],
    });
  return (
    <Part title={t('projectTemplates.labels')} count={labels.length}>
      <ul className="settings-list w-full">
        {labels.map((label, place) => (
          <LabelRow
            key={label.id}
            label={label}
            isDraft
            onChange={async (fields) => onChange(editLabel(content, place, fields))}
            onRemove={() => onChange(editLabel(content, place, null))}
          />
        ))}
      </ul>
      {groups.map((group) => (
        <GroupChoice
          key={group}
          group={group}
          isExclusive={labels.some((label) => label.group === group && label.exclusive)}
          onChange={(exclusive) => onChange(withExclusive(content, group, exclusive))}
        />
      ))}
      <AddLine label={t('settings.labelName')} placeholder={t('settings.labelNew')} onAdd={handleAdd} />
      <datalist id={LABEL_GROUPS}>
        {groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
    </Part>
  );
}
