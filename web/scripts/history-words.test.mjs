import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { actsOf, actText, UNTOLD_FIELDS } from '@/features/history/history-words';
import '@/lib/i18n-task';

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../../src/Services/Tasks/Model');
const model = (file) => readFileSync(join(folder, file), 'utf8');
const find = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);

const types = find(model('TaskEventTypes.cs'), /= "(task\.\w+)"/g);
const table = model('TaskFields.cs');
const fields = find(table, /^\s+(?:new StreamField<[^(]+|[A-Z]\w+)\((?:"(\w+)"|CustomFields)/gm).map(
  (name) => name ?? 'customFields',
);

const words = { states: [], members: [], now: '2026-03-01' };
const tell = (type, changes) =>
  actText(actsOf([{ version: 2, type, at: '2026-02-01T10:00:00Z', actorId: null, changeId: 'c', changes }])[0], words);

/** Two values of a field that differ, of the kind that it has. */
const VALUES = {
  estimateMinutes: [30, 60],
  difficulty: [1, 2],
  assigneeIds: [[], ['x']],
  watcherIds: [[], ['x']],
  labels: [[], ['x']],
  steps: [[], []],
  customFields: [{}, { Size: 'L' }],
};

it('knows what the service records', () => {
  expect(types).toContain('task.dependency_removed');
  expect(fields).toEqual(expect.arrayContaining(['title', 'customFields', 'recurrence', 'deletedAt', 'steps']));
});

it.each(fields.filter((field) => !UNTOLD_FIELDS.includes(field)))('has words for a change of %s', (field) => {
  const [from, to] = VALUES[field] ?? ['2026-01-01', '2026-01-02'];
  expect(tell('task.updated', { [field]: { from, to } })).not.toBe('');
});

// What these say is told by the fields that they change, each of which has its words.
const BY_FIELD = ['task.updated', 'task.assigned', 'task.status_changed'];

it.each(types.filter((type) => !BY_FIELD.includes(type)))('has words for %s', (type) => {
  expect(tell(type, {})).not.toBe('');
});
