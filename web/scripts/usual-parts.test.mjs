import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { USUAL_STATES, USUAL_TYPES } from '@/features/project-settings/project-template/content/usual';

const source = resolve(dirname(fileURLToPath(import.meta.url)), '../../src');
/** The arguments of each `new(…)` of a list in the server's source. */
const listOf = (file) =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/^\s+new\((.*?)\),$/gm)].map(([, inside]) =>
    inside.replaceAll('"', '').split(', '),
  );

it('draws the workflow that projects usually have', () => {
  const states = USUAL_STATES.map(({ key, name, category, order }) => [key, name, category, String(order), '[]']);
  expect(states).toEqual(listOf('Services/Projects/Model/WorkflowStates.cs'));
});

it('draws the types that projects usually have', () => {
  const types = USUAL_TYPES.map(({ key, name, icon, color }) => [key, name, icon, color]);
  expect(types).toEqual(listOf('Contracts/Projects/TaskTypes.cs'));
});
