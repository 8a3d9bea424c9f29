import type { CustomField } from '@/api/types';
import type { Content, PatternTask } from '@/features/project-settings/project-template/content/content-draft';

type PatternField = NonNullable<Content['customFields']>[number];
/** What a field is, as its form gives it. */
type FieldWords = Omit<CustomField, 'id' | 'projectId' | 'resultType' | 'createdAt' | 'version'>;

/** The fields as a project has them; their place stands for an id. */
export const fieldsOf = ({ customFields }: Content): CustomField[] =>
  (customFields ?? []).map((field, place) => ({
    ...field,
    id: String(place),
    projectId: '',
    name: field.name ?? '',
    type: field.type ?? 'text',
    description: field.description ?? '',
    options: field.options ?? [],
    taskTypes: field.taskTypes ?? [],
    required: field.required ?? 'never',
    resultType: null,
    createdAt: '',
    version: 0,
  }));

/** As formulas name a field. */
const spelt = (name: string) => `field("${name.replace(/["\\]/g, '\\$&')}")`;

function renamedIn(field: PatternField, before: string, after: string): PatternField {
  const { formula, rollUp } = field;
  return {
    ...field,
    formula: formula?.replaceAll(spelt(before), spelt(after)) ?? null,
    rollUp: rollUp?.field === before ? { ...rollUp, field: after } : rollUp,
  };
}

const withoutValue = (task: PatternTask, name: string): PatternTask => {
  if (!task.customFields || !(name in task.customFields)) return task;
  const { [name]: _gone, ...others } = task.customFields;
  return { ...task, customFields: others };
};

export const addField = (content: Content, field: FieldWords): Content => ({
  ...content,
  customFields: [...(content.customFields ?? []), field],
});

/** Formulas, roll-ups and tasks name a field, so a new name reaches them. */
export function editField(content: Content, place: number, field: FieldWords): Content {
  const fields = content.customFields ?? [];
  const before = fields[place]?.name ?? '';
  const changed = fields.map((other, index) => (index === place ? field : other));
  if (before === field.name) return { ...content, customFields: changed };
  return {
    ...content,
    customFields: changed.map((other) => renamedIn(other, before, field.name)),
    tasks:
      content.tasks?.map((task) => {
        const value = task.customFields?.[before];
        const other = withoutValue(task, before);
        return value === undefined ? other : setValue(other, field.name, value);
      }) ?? null,
  };
}

export const removeField = (content: Content, place: number): Content => ({
  ...content,
  customFields: (content.customFields ?? []).toSpliced(place, 1),
  tasks: content.tasks?.map((task) => withoutValue(task, content.customFields?.[place]?.name ?? '')) ?? null,
});

/** What a task has in a field; null takes it away. */
export const setValue = (task: PatternTask, name: string, value: unknown): PatternTask =>
  value === null ? withoutValue(task, name) : { ...task, customFields: { ...task.customFields, [name]: value } };
