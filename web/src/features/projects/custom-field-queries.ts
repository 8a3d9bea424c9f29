import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { CustomField, FieldType, Page } from '@/api/types';
import type { Text } from '@/lib/i18n';

/** The fields that the tasks of a project have besides their own, oldest first. */
export const customFieldsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'custom-fields'] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<CustomField>>(`/api/projects/${projectId}/custom-fields`, {
          signal,
          query: { limit: 200, sort: 'createdAt' },
        })
        .then((page) => page.items),
    staleTime: 5 * 60_000,
  });

/** Whether tasks of a type have a field: a field that names no type belongs to all of them. */
export const isFieldOf = ({ taskTypes }: Pick<CustomField, 'taskTypes'>, type: string): boolean =>
  taskTypes.length === 0 || taskTypes.includes(type);

/** What the values of a field are: those of a computed one are what comes of it. */
export const valueType = ({ type, resultType }: CustomField): string => resultType ?? type;

/** Whether the values of a field are computed, so that nobody sets them. */
export const isComputed = ({ type }: Pick<CustomField, 'type'>): boolean => type === 'formula' || type === 'rollup';

/** In the order in which they are offered. */
export const FIELD_TYPE_TEXT: Record<FieldType, Text> = {
  text: 'fields.type.text',
  number: 'fields.type.number',
  money: 'fields.type.money',
  date: 'fields.type.date',
  choice: 'fields.type.choice',
  choices: 'fields.type.choices',
  person: 'fields.type.person',
  checkbox: 'fields.type.checkbox',
  link: 'fields.type.link',
  rating: 'fields.type.rating',
  formula: 'fields.type.formula',
  rollup: 'fields.type.rollup',
};
