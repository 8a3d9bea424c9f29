import { expect, it } from 'vitest';
import type { CustomField } from '@/api/types';
import { ownText, readOwn } from '@/features/tasks/edit/own-values';
import '@/lib/i18n-task';

const field = (fields: Partial<CustomField>): CustomField => ({
  id: 'f',
  projectId: 'p',
  name: 'Cost',
  type: 'text',
  description: '',
  options: [],
  currency: null,
  formula: null,
  rollUp: null,
  resultType: null,
  taskTypes: [],
  required: 'never',
  createdAt: '2026-11-23T08:00:00Z',
  version: 1,
  ...fields,
});
const words = { members: [], now: '2026-11-27' };

it('says a value as its type wants it', () => {
  expect(ownText(field({ type: 'money', currency: 'EUR' }), 12.5, words)).toBe('€12.50');
  expect(ownText(field({ type: 'choices' }), ['iOS', 'Android'], words)).toBe('iOS and Android');
  expect(ownText(field({ type: 'rating' }), 3, words)).toBe('★★★');
  expect(ownText(field({ type: 'checkbox' }), false, words)).toBe('No');
  expect(ownText(field({}), null, words)).toBeNull();
});

it('reads what was typed, and refuses what is none', () => {
  expect(readOwn('number', '1,5')).toBe(1.5);
  expect(readOwn('number', 'many')).toBeUndefined();
  expect(readOwn('link', 'javascript:alert(1)')).toBeUndefined();
  expect(readOwn('link', 'https://example.org/a')).toBe('https://example.org/a');
  expect(readOwn('text', '')).toBeNull();
});
