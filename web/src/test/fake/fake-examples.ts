import type { Comment, Task, TaskHistoryEntry } from '@/api/types';
import { addDays, today } from '@/lib/dates';
import { buildTask } from '@/test/fake/fake-data';
import type { FakeState } from '@/test/fake/fake-state';
import { addProjectTemplate, contentOf } from '@/test/fake/projects/fake-project-template-routes';
import { addApproval } from '@/test/fake/tasks/fake-approval-routes';
import { addTaskTemplate } from '@/test/fake/tasks/fake-template-routes';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const TEXT = `When a session is renewed while the shopper is offline, items put in the basket in that window are sent with the old token and silently dropped.

They must wait for the renewal, then be sent **in order** with their original \`Idempotency-Key\`.`;

const BELOW: [title: string, status: string, person: number][] = [
  ['Reproduce with an expired token and three items', 'done', 0],
  ['Hold the queue while a renewal is under way', 'done', 2],
  ['Send again with the original key', 'in_progress', 4],
  ['Show a quiet “saved later” beside the basket', 'todo', 0],
  ['Cover with a browser test', 'todo', 2],
];

const MOVED = {
  status: { from: 'todo', to: 'in_progress' },
  statusCategory: { from: 'unstarted', to: 'started' },
};

/** One task with all there is to see in an open task, for work on that screen. */
export function addExamples(state: FakeState) {
  const task = state.tasks.find((candidate) => candidate.key === 'WEB-295');
  if (!task) return;
  const person = (index: number) => state.users[index]?.id ?? '';
  for (const label of state.labels) {
    if (['Bug', 'Design', 'Content'].includes(label.name)) Object.assign(label, { group: 'Kind', exclusive: true });
  }
  state.favourites = state.projects
    .slice(0, 3)
    .reverse()
    .map(({ id }) => id);
  Object.assign(task, { description: TEXT, dueAt: new Date(new Date().setHours(17, 0, 0, 0)).toISOString() });
  Object.assign(task, { deadlineAt: addDays(today(), 1), durationMinutes: 480 });
  // Planned behind its deadline.
  const late = state.tasks.find((candidate) => candidate.key === 'WEB-293');
  if (late) Object.assign(late, { startAt: today(), deadlineAt: addDays(today(), 3) });
  state.tasks.push(...BELOW.map((line, index) => below(state, task, line, index)));
  Object.assign(task, { subtaskCount: BELOW.length, subtaskDoneCount: 2 });

  addTaskTemplate(state, {
    name: 'Release',
    title: 'Release {{version}}',
    description: 'All that has to be right before {{version}} goes out.',
    priority: 'high',
    startInDays: 0,
    dueInDays: 5,
    steps: ['Freeze the branch', 'Try {{version}} on the staging shop', 'Write the notes', 'Tell the bakeries'].map(
      (title, index) => ({ title, dueInDays: index + 1, required: index === 1 }),
    ),
  });
  addTaskTemplate(state, { name: 'Visit', title: 'Visit {{customer}} in {{city}}', dueInDays: 3, labels: ['Content'] });

  addProjectTemplate(
    state,
    'New bakery',
    contentOf([
      'Rent a shop in {{city}}',
      'Hire two bakers',
      'Order the oven',
      'Paint the window of {{city}}',
      'Invite the neighbours',
    ]),
  );

  const approverIds = [person(0), person(1), person(2)];
  state.states = state.states.map((column) =>
    column.key === 'done' ? { ...column, approval: { approverIds, needed: 2 } } : column,
  );
  addApproval(state, task.id, {
    requestedBy: person(4),
    requestedAt: ago(52),
    note: 'Tried on three phones; the trace shows no lost items any more.',
    answers: [{ userId: person(2), isApproval: true, note: 'Reads well. Thank you!', at: ago(12) }],
  });

  const events: [minutes: number, actor: number, type: string, changes: TaskHistoryEntry['changes']][] = [
    [4000, 1, 'task.created', { title: { from: null, to: task.title } }],
    [3990, 1, 'task.assigned', { assigneeIds: { from: [], to: [person(0)] } }],
    [2900, 0, 'task.updated', { priority: { from: 'high', to: 'urgent' } }],
    [125, 0, 'task.status_changed', MOVED],
  ];
  state.history.set(
    task.id,
    events.map(([minutes, actor, type, changes], index) => ({
      version: index + 1,
      type,
      at: ago(minutes),
      actorId: person(actor),
      changeId: crypto.randomUUID(),
      changes,
    })),
  );
  const first = comment(
    task.id,
    person(1),
    38,
    'Reproduced on Android: three items queued, **one lost**. Trace attached.',
  );
  const mention = `@[Lin Zhao](user:${person(1)}) could you try it on the staging shop as well?`;
  state.comments.push(first, { ...comment(task.id, person(0), 31, mention), parentId: first.id });
  state.comments.push(comment(task.id, person(2), 6, 'The queue is held now, see https://example.com/changes/1841.'));
}

function below(state: FakeState, parent: Task, [title, status, person]: (typeof BELOW)[number], index: number): Task {
  return buildTask({
    id: crypto.randomUUID(),
    number: 320 + index,
    key: `WEB-${320 + index}`,
    projectId: parent.projectId,
    parentId: parent.id,
    title,
    status,
    statusCategory: state.states.find((column) => column.key === status)?.category ?? 'unstarted',
    assigneeIds: [state.users[person]?.id ?? ''],
    rank: `b${index}`,
  });
}

const comment = (taskId: string, authorId: string, minutes: number, body: string): Comment => ({
  id: crypto.randomUUID(),
  taskId,
  parentId: null,
  authorId,
  body,
  mentionedUserIds: [],
  createdAt: ago(minutes),
  editedAt: null,
  deletedAt: null,
  version: 1,
});
