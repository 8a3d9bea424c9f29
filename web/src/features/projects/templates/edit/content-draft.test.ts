import { expect, it } from 'vitest';
import {
  addTask,
  editMilestone,
  editTask,
  isUnfinished,
  removeMilestone,
  removeTask,
  setWaitsFor,
  waitsFor,
} from '@/features/projects/templates/edit/content-draft';
import { contentOf } from '@/test/fake-project-template-routes';

const taskOf = (content: ReturnType<typeof contentOf>, ref: string) => {
  const task = content.tasks?.find((candidate) => candidate.ref === ref);
  if (!task) throw new Error(`There is no ${ref}.`);
  return task;
};

it('keeps what ties tasks together, from whichever end it was said', () => {
  let content = contentOf(['Knead', 'Bake', 'Sell']);
  content = editTask(content, 't1', {
    dependencies: [{ ref: 't2', type: 'blocks', link: 'start_to_start', lagMinutes: 60 }],
  });
  expect(waitsFor(content, taskOf(content, 't2'))).toEqual(['t1']);
  content = setWaitsFor(content, taskOf(content, 't2'), ['t1']);
  expect(taskOf(content, 't1').dependencies).toMatchObject([{ ref: 't2', lagMinutes: 60 }]);
  content = setWaitsFor(content, taskOf(content, 't3'), ['t1', 't2']);
  expect(waitsFor(content, taskOf(content, 't3'))).toEqual(['t1', 't2']);
  content = setWaitsFor(content, taskOf(content, 't2'), []);
  expect(waitsFor(content, taskOf(content, 't2'))).toEqual([]);
  content = removeTask(content, 't1');
  expect(waitsFor(content, taskOf(content, 't3'))).toEqual(['t2']);
  expect(addTask(content).tasks?.at(-1)?.ref).toBe('t4');
  expect(isUnfinished(addTask(content))).toBe(true);
});

it('renames and removes a milestone with what leads to it', () => {
  let content = editTask(contentOf(['Knead']), 't1', { milestone: 'Doors open' });
  content = editMilestone(content, 0, { name: 'Opened' });
  expect(taskOf(content, 't1').milestone).toBe('Opened');
  content = editMilestone(content, 0, { dueInDays: 3 });
  expect([taskOf(content, 't1').milestone, content.milestones?.[0]?.dueInDays]).toEqual(['Opened', 3]);
  expect(taskOf(removeMilestone(content, 0), 't1').milestone).toBeNull();
});
