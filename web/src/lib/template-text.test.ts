import { expect, it } from 'vitest';
import { filled, variablesIn } from '@/lib/template-text';

it('finds the variables of a text once each, and puts their values in their places', () => {
  expect(variablesIn(['Visit {{ customer }} in {{city}}', '{{customer}} {{1st}} {{}}'])).toEqual(['customer', 'city']);
  expect(filled('Visit {{ customer }} in {{city}}', { customer: 'Ada', city: ' ' })).toBe('Visit Ada in {{city}}');
});
