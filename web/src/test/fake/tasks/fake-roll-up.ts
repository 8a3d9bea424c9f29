import type { Task, TaskRollUp } from '@/api/types';
import { dayOf } from '@/lib/dates';
import { type FakeAnswer, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';

/** A task with all tasks below it, level by level. */
function treeOf(state: FakeState, top: Task): Task[][] {
  const levels = [[top]];
  for (let level = levels.at(-1); level && level.length > 0; level = levels.at(-1)) {
    const parents = new Set(level.map((task) => task.id));
    levels.push(state.tasks.filter((task) => task.parentId && parents.has(task.parentId)));
  }
  return levels.slice(0, -1);
}

export function rollUp(state: FakeState, top: Task | undefined): FakeAnswer {
  if (!top) return problem(404, 'task_not_found');
  const levels = treeOf(state, top);
  const counted = levels.flat().filter((task) => task.statusCategory !== 'cancelled');
  const below = counted.filter((task) => task !== top);
  const isDone = (task: Task) => task.statusCategory === 'completed';
  const minutes = (tasks: Task[]) => tasks.reduce((sum, task) => sum + (task.estimateMinutes ?? 0), 0);
  const days = (moments: (string | null)[]) => moments.flatMap((moment) => (moment ? [dayOf(moment)] : [])).sort();
  const dueAt = top.dueAt && dayOf(top.dueAt);
  const outlying = below.filter((task) => !isDone(task) && dueAt && task.dueAt && dayOf(task.dueAt) > dueAt);
  const done = below.filter(isDone).length;
  const body: TaskRollUp = {
    progress: { done, total: below.length, percent: below.length === 0 ? 0 : Math.floor((100 * done) / below.length) },
    estimateMinutes: minutes(counted),
    completedEstimateMinutes: minutes(counted.filter(isDone)),
    ownEstimateMinutes: top.estimateMinutes,
    earliestStart: days(counted.map((task) => task.startAt))[0] ?? null,
    latestDue: days(counted.map((task) => task.dueAt)).at(-1) ?? null,
    levels: levels.length - 1,
    outlying: outlying
      .slice(0, 5)
      .map(({ id, key, title, startAt, dueAt: due }) => ({ id, key, title, startAt, dueAt: due })),
    outlyingCount: outlying.length,
    isWhole: true,
  };
  return { body };
}
