import { expect, it } from 'vitest';
import { ownText, readOwn } from '@/features/tasks/edit/own/own-values';
import { buildField } from '@/test/fake/fake-field';
import '@/lib/i18n-task';

const words = { members: [], now: '2026-11-27' };

it('says a value as its type wants it', () => {
  expect(ownText(buildField({ type: 'money', currency: 'EUR' }), 12.5, words)).toBe('€12.50');
  expect(ownText(buildField({ type: 'choices' }), ['iOS', 'Android'], words)).toBe('iOS and Android');
  expect(ownText(buildField({ type: 'rating' }), 3, words)).toBe('★★★');
  expect(ownText(buildField({ type: 'checkbox' }), false, words)).toBe('No');
  expect(ownText(buildField({}), null, words)).toBeNull();
});

it('reads what was typed, and refuses what is none', () => {
  expect(readOwn('number', '1,5')).toBe(1.5);
  expect(readOwn('number', 'many')).toBeUndefined();
  expect(readOwn('link', 'javascript:alert(1)')).toBeUndefined();
  expect(readOwn('link', 'https://example.org/a')).toBe('https://example.org/a');
  expect(readOwn('text', '')).toBeNull();
});
