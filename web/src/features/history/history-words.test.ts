import { expect, it } from 'vitest';
import type { FieldChange, TaskHistoryEntry } from '@/api/types';
import { actsOf, actText } from '@/features/history/history-words';
import '@/lib/i18n-rest';
import '@/lib/i18n-task';
import { buildMembers, STATES } from '@/test/fake/fake-data';

const members = buildMembers();
const words = { states: STATES, members, now: '2026-03-01', names: new Map([['w', 'WEB-7']]) };
const [ada, lin] = members.map((member) => member.userId);
const entry = (changes: Record<string, FieldChange>, given: Partial<TaskHistoryEntry> = {}): TaskHistoryEntry => ({
  version: 2,
  type: 'task.updated',
  at: '2026-02-01T10:00:00Z',
  actorId: ada ?? null,
  changeId: 'c1',
  changes,
  ...given,
});
const told = (changes: Record<string, FieldChange>) => actsOf([entry(changes)]).map((act) => actText(act, words))[0];

it.each<[Record<string, FieldChange>, string]>([
  [{ status: { from: 'todo', to: 'in_progress' } }, 'moved this from To do to In progress'],
  [{ approval: { from: null, to: { status: 'done' } } }, 'asked for approval to move this to Done'],
  [
    {
      approval: {
        from: { status: 'done', rejections: 0 },
        to: { status: 'done', rejections: 0, approvals: 1, needed: 2 },
      },
    },
    'approved the move to Done (1 of 2)',
  ],
  [{ priority: { from: 'none', to: 'high' } }, 'set the priority to High'],
  [{ priority: { from: 'low', to: 'high' } }, 'changed the priority from Low to High'],
  [{ dueAt: { from: '2026-03-05', to: null } }, 'removed the due date 5 Mar'],
  [{ deadlineAt: { from: null, to: '2026-03-05' } }, 'set the deadline to 5 Mar'],
  [{ durationMinutes: { from: 480, to: null } }, 'removed the duration 8 h'],
  [{ estimateMinutes: { from: null, to: 90 } }, 'set the estimate to 1 h 30 min'],
  [{ assigneeIds: { from: [ada], to: [lin] } }, 'assigned Lin Zhao, unassigned Ada Okafor'],
  [{ assigneeIds: { from: [ada, lin], to: [lin, ada] } }, 'made Lin Zhao the owner'],
  [{ assigneeIds: { from: [ada, lin], to: [lin] } }, 'unassigned Ada Okafor'],
  [{ assigneeIds: { from: [], to: ['gone'] } }, 'assigned Someone who left'],
  [{ labels: { from: ['A'], to: ['A', 'B', 'C'] } }, 'added the labels B and C'],
  [{ title: { from: 'Old', to: 'New' } }, 'renamed this from “Old” to “New”'],
  [{ parentId: { from: null, to: 'x' } }, 'made this a sub-task'],
  [{ customFields: { from: { Cost: 5 }, to: { Cost: 7, Size: 'L' } } }, 'changed Cost from 5 to 7, set Size to L'],
  [
    { dependencies: { from: null, to: { id: 'd', taskId: 'w', type: 'blocked_by', link: null, lagMinutes: null } } },
    'noted that this is blocked by WEB-7',
  ],
  [{ type: { from: 'task', to: 'bug' } }, 'made this a bug'],
  [{ rank: { from: 'a', to: 'b' } }, ''],
  [{ deletedAt: { from: null, to: '2026-02-01T10:00:00Z' } }, 'deleted this'],
])('tells %o', (changes, text) => {
  expect(told(changes)).toBe(text);
});

it('tells the events of one act as one, and those of the next apart', () => {
  const acts = actsOf([
    entry({ status: { from: 'todo', to: 'done' }, statusCategory: { from: 'unstarted', to: 'completed' } }),
    entry({ completedAt: { from: null, to: '2026-02-01T10:00:00Z' } }, { type: 'task.completed', version: 3 }),
    entry({ title: { from: 'A', to: 'B' } }, { changeId: 'c2', version: 4 }),
  ]);
  expect(acts.map((act) => actText(act, words))).toEqual([
    'moved this from To do to Done',
    'renamed this from “A” to “B”',
  ]);
});

it('tells a creation in three words, whatever was set with it', () => {
  const [act] = actsOf([entry({ title: { from: null, to: 'A' } }, { type: 'task.created', version: 1 })]);
  expect(act && actText(act, words)).toBe('created this task');
});
