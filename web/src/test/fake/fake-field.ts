import type { CustomField } from '@/api/types';

/** What a custom field is where nobody says more. */
export const PLAIN_FIELD = {
  description: '',
  options: [],
  currency: null,
  formula: null,
  rollUp: null,
  resultType: null,
  taskTypes: [],
  required: 'never',
} satisfies Partial<CustomField>;

/** A custom field of a project. */
export const buildField = (fields: Partial<CustomField>): CustomField => ({
  ...PLAIN_FIELD,
  id: 'f',
  projectId: 'p',
  name: 'Cost',
  type: 'text',
  createdAt: '2026-11-23T08:00:00Z',
  version: 1,
  ...fields,
});
