import { expect, it } from 'vitest';
import { countRules, rulesOf, withRules } from '@/features/project-settings/workflow/state-rules';
import { STATES } from '@/test/fake/fake-data';

it('rules of a state are written, counted and taken away again', () => {
  const rules = { requiredFields: ['dueAt'], approverIds: ['a', 'b'], needed: 3, roles: { cancelled: 'manager' } };
  const states = withRules(STATES, 'done', rules);
  const done = states.find((state) => state.key === 'done');
  if (!done) throw new Error('It stays.');
  expect(done).toMatchObject({
    requiredFields: ['dueAt'],
    approval: { approverIds: ['a', 'b'], needed: 2 },
    guards: [{ to: 'cancelled', role: 'manager' }],
  });
  expect(countRules(done)).toBe(3);
  expect(rulesOf(done)).toEqual({ ...rules, needed: 2 });
  expect(withRules(states, 'done', { requiredFields: [], approverIds: [], needed: 1, roles: {} })).toEqual(STATES);
});
