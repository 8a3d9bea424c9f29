import { expect, it } from 'vitest';
import {
  addTask,
  editMilestone,
  editTask,
  isUnfinished,
  moveTask,
  possibleParents,
  removeMember,
  removeMilestone,
  removeTask,
} from '@/features/project-settings/project-template/content/content-draft';
import {
  addField,
  editField,
  fieldsOf,
  removeField,
  setValue,
} from '@/features/project-settings/project-template/content/content-fields';
import {
  editLabel,
  statesOf,
  typesOf,
  withStates,
  withTypes,
} from '@/features/project-settings/project-template/content/content-parts';
import { addTie, editTie, removeTie, tiesOf } from '@/features/project-settings/project-template/content/content-ties';
import { contentOf } from '@/test/fake/projects/fake-project-template-routes';

const taskOf = (content: ReturnType<typeof contentOf>, ref: string) => {
  const task = content.tasks?.find((candidate) => candidate.ref === ref);
  if (!task) throw new Error(`There is no ${ref}.`);
  return task;
};

it('keeps what ties tasks together, from whichever end it was said', () => {
  let content = contentOf(['Knead', 'Bake', 'Sell']);
  const ties = (ref: string) => tiesOf(content, taskOf(content, ref));
  content = addTie(content, taskOf(content, 't1'), 'blocks', 't2');
  expect(ties('t2')).toMatchObject([{ type: 'blocked_by', ref: 't1', link: null }]);
  for (const tie of ties('t2')) content = editTie(content, tie, { link: 'start_to_start', lagMinutes: 60 });
  expect(ties('t1')).toMatchObject([{ type: 'blocks', ref: 't2', link: 'start_to_start', lagMinutes: 60 }]);
  content = addTie(content, taskOf(content, 't3'), 'blocked_by', 't2');
  for (const tie of ties('t2').filter(({ ref }) => ref === 't1')) content = removeTie(content, tie);
  expect(ties('t2')).toMatchObject([{ type: 'blocks', ref: 't3' }]);
  content = removeTask(content, 't2');
  expect(ties('t3')).toEqual([]);
});

it('keeps the order of tasks, and lets none belong to itself', () => {
  let content = editTask(contentOf(['Knead', 'Bake', 'Sell']), 't2', { parent: 't1' });
  expect(possibleParents(content, taskOf(content, 't1')).map(({ ref }) => ref)).toEqual(['t3']);
  content = moveTask(moveTask(content, 't3', -1), 't1', -1);
  expect(content.tasks?.map(({ ref }) => ref)).toEqual(['t1', 't3', 't2']);
  expect(addTask(content).tasks?.at(-1)?.ref).toBe('t4');
  expect(isUnfinished(addTask(content))).toBe(true);
  expect(isUnfinished(editTask(content, 't1', { estimateMinutes: Number.NaN }))).toBe(true);
});

it('takes what tasks name along: states, types, labels and people', () => {
  const given = { labels: ['Legal', 'Food'], status: 'in_review', type: 'bug', assigneeIds: ['a', 'b'] };
  let content = editTask(contentOf(['Knead']), 't1', given);
  const states = statesOf(content).filter(({ key }) => key !== 'in_review');
  content = withStates(content, states, { in_review: 'done' });
  content = withTypes(content, typesOf(content).slice(0, 1));
  content = editLabel(content, 0, { name: 'Law' });
  expect(taskOf(content, 't1')).toMatchObject({ status: 'done', type: null, labels: ['Law', 'Food'] });
  expect(content.labels).toMatchObject([{ name: 'Law', color: '#8f6fd1' }]);
  expect(taskOf(editLabel(content, 0, null), 't1').labels).toEqual(['Food']);

  const approval = { approverIds: ['a', 'b'], needed: 2 };
  content = removeMember(
    withStates(content, [
      ...states.slice(0, -1),
      { key: 'signed', name: 'Signed', category: 'completed', order: 9, next: [], approval },
    ]),
    'a',
  );
  expect(taskOf(content, 't1').assigneeIds).toEqual(['b']);
  expect(content.workflow?.at(-1)?.approval).toEqual({ approverIds: ['b'], needed: 1 });
});

it('renames and removes a milestone with what leads to it', () => {
  let content = editTask(contentOf(['Knead']), 't1', { milestone: 'Doors open' });
  content = editMilestone(content, 0, { name: 'Opened' });
  expect(taskOf(content, 't1').milestone).toBe('Opened');
  content = editMilestone(content, 0, { dueInDays: 3 });
  expect([taskOf(content, 't1').milestone, content.milestones?.[0]?.dueInDays]).toEqual(['Opened', 3]);
  expect(taskOf(removeMilestone(content, 0), 't1').milestone).toBeNull();
});

it('takes a field along where formulas, roll-ups and tasks name it', () => {
  const number: Parameters<typeof addField>[1] = {
    name: '',
    type: 'number',
    description: '',
    options: [],
    currency: null,
    formula: null,
    rollUp: null,
    taskTypes: [],
    required: 'never',
  };
  let content = addField(contentOf(['Knead']), { ...number, name: 'Flour' });
  content = addField(content, { ...number, name: 'Dough', type: 'formula', formula: 'field("Flour") * 2' });
  content = addField(content, { ...number, name: 'All', type: 'rollup', rollUp: { function: 'sum', field: 'Flour' } });
  content = editTask(content, 't1', setValue(taskOf(content, 't1'), 'Flour', 3));
  content = editField(content, 0, { ...number, name: 'White "00"' });
  expect(fieldsOf(content)).toMatchObject([
    {},
    { formula: 'field("White \\"00\\"") * 2' },
    { rollUp: { field: 'White "00"' } },
  ]);
  expect(taskOf(content, 't1').customFields).toEqual({ 'White "00"': 3 });
  expect(taskOf(removeField(content, 0), 't1').customFields).toEqual({});
});
