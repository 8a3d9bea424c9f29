import type { Task } from '@/api/types';
import { type FakeAnswer, type FakeRequest, type FakeRoute, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';
import { find, write } from '@/test/fake/tasks/fake-task-routes';

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function changed(task: Task, wish: Record<string, unknown>): Partial<Task> {
  const { addLabels, removeLabels, addAssigneeIds, removeAssigneeIds, ...members } = wish;
  const list = (before: readonly string[], add: unknown, remove: unknown) => [
    ...before.filter((item) => !texts(remove).includes(item)),
    ...texts(add).filter((item) => !before.includes(item)),
  ];
  return {
    labels: list(task.labels, addLabels, removeLabels),
    assigneeIds: list(task.assigneeIds, addAssigneeIds, removeAssigneeIds),
    ...members,
  };
}

/** One act for many tasks; those named in `state.locked` are refused. */
function bulk({ body }: FakeRequest, state: FakeState): FakeAnswer {
  const ids = texts(body.ids);
  const refused = ids.filter((id) => state.locked.has(id));
  const [first] = refused;
  if (first && body.atomic !== false) {
    const answer = problem(422, 'illegal', 'Not from here.');
    return { ...answer, body: { ...Object(answer.body), taskId: first } };
  }
  const wish: Record<string, unknown> = Object(body.changes);
  const undo: (() => void)[] = [];
  const results = ids.map((id) => {
    const task = find(state, id);
    if (!task || refused.includes(id)) return { id, status: 422, code: 'illegal', detail: 'Not from here.' };
    const before = { ...task };
    undo.push(() => {
      if (!state.tasks.includes(task)) state.tasks.push(task);
      Object.assign(task, before, { version: task.version + 1 });
    });
    if (wish.delete === true) state.tasks = state.tasks.filter((other) => other !== task);
    else write(state, task, changed(task, wish));
    return { id, status: 200, version: task.version };
  });
  const changeId = crypto.randomUUID();
  state.undo.set(changeId, () => {
    for (const takeBack of undo) takeBack();
  });
  return { body: { changeId, results } };
}

export const bulkRoutes: FakeRoute[] = [['POST', /^\/api\/tasks\/bulk$/, bulk]];
