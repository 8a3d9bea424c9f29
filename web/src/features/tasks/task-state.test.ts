import { describe, expect, it } from 'vitest';
import type { LiveChange } from '@/api/types';
import { recount } from '@/features/tasks/task-state';
import { buildTask } from '@/test/fake/fake-data';

const task = buildTask({ id: 't', title: 'Bread', commentCount: 1, subtaskCount: 0, progress: 0, version: 7 });
const change = (changes: LiveChange['changes']): LiveChange => ({
  type: 'task.counted',
  subject: { kind: 'task', id: 't' },
  version: 7,
  at: '2026-03-01T09:30:00Z',
  actorId: null,
  changeId: null,
  clientId: null,
  projectId: 'p',
  taskId: 't',
  changes,
});

describe('the counts of a task', () => {
  it('take what a live message tells, and leave the version alone', () => {
    const counted = recount(task, change({ commentCount: { from: 1, to: 2 }, progress: { from: 0, to: 50 } }));
    expect(counted).toMatchObject({ commentCount: 2, progress: 50, subtaskCount: 0, version: 7, title: 'Bread' });
  });

  it('are all that such a message can change', () => {
    expect(recount(task, change({ title: { from: 'Bread', to: 'Cake' } }))).toEqual(task);
    expect(recount(task, change(null))).toEqual(task);
  });
});
