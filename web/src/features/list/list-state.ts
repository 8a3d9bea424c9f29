import type { Task } from '@/api/types';

/** So many tasks does the server change in one act. */
export const MOST_TASKS = 1000;

export type ListGroup = { id: string; ids: readonly string[]; nextCursor: string | null };

/** Each task stands in `tasks` once, and its id in one group. What lies behind a group's cursor is not known here. */
export type ListState = { groups: readonly ListGroup[]; tasks: ReadonlyMap<string, Task> };

/** The rules of one list: where a task belongs, whether it belongs at all, and what stands before what. */
export type ListRules = {
  groupOf: (task: Task) => string;
  /** `isKnown` where the list shows the task already. */
  belongs: (task: Task, isKnown: boolean) => boolean;
  compare: (a: Task, b: Task) => number;
};

export type ListAction =
  | { type: 'saved'; task: Task }
  | { type: 'removed'; id: string }
  | { type: 'paged'; group: string; tasks: readonly Task[]; nextCursor: string | null };

export type LoadedGroup = { id: string; tasks: readonly Task[]; nextCursor: string | null };

export function fromGroups(loaded: readonly LoadedGroup[]): ListState {
  const tasks = new Map<string, Task>();
  const groups = loaded.map(({ id, tasks: items, nextCursor }) => {
    const fresh = items.filter((task) => !tasks.has(task.id));
    for (const task of fresh) tasks.set(task.id, task);
    return { id, ids: fresh.map((task) => task.id), nextCursor };
  });
  return { groups, tasks };
}

export function listReducer(state: ListState, action: ListAction, rules: ListRules): ListState {
  switch (action.type) {
    case 'saved':
      return saved(state, action.task, rules);
    case 'removed':
      return takeOut(state, action.id);
    case 'paged':
      return paged(state, action.group, action.tasks, action.nextCursor);
  }
}

function withTasks(state: ListState, tasks: readonly Task[]): ReadonlyMap<string, Task> {
  const all = new Map(state.tasks);
  for (const task of tasks) all.set(task.id, task);
  return all;
}

function saved(state: ListState, task: Task, rules: ListRules): ListState {
  const known = state.tasks.get(task.id);
  if (known && known.version > task.version) return state;
  const merged = { ...known, ...task };
  if (!rules.belongs(merged, known !== undefined)) return takeOut(state, task.id);
  const staysPut = known && rules.groupOf(known) === rules.groupOf(merged) && rules.compare(known, merged) === 0;
  if (staysPut) return { ...state, tasks: withTasks(state, [merged]) };
  return insert(takeOut(state, task.id), merged, rules);
}

function takeOut(state: ListState, id: string): ListState {
  if (!state.tasks.has(id)) return state;
  const tasks = new Map(state.tasks);
  tasks.delete(id);
  const groups = state.groups.map((group) =>
    group.ids.includes(id) ? { ...group, ids: group.ids.filter((other) => other !== id) } : group,
  );
  return { groups, tasks };
}

function insert(state: ListState, task: Task, rules: ListRules): ListState {
  const target = state.groups.find((group) => group.id === rules.groupOf(task));
  if (!target) return state;
  const before = target.ids.findIndex((id) => {
    const other = state.tasks.get(id);
    return other !== undefined && rules.compare(task, other) < 0;
  });
  // Behind all that is loaded its place is unknown: it comes with its page.
  if (before < 0 && target.nextCursor !== null) return state;
  const index = before < 0 ? target.ids.length : before;
  const groups = state.groups.map((group) =>
    group === target ? { ...group, ids: group.ids.toSpliced(index, 0, task.id) } : group,
  );
  return { groups, tasks: withTasks(state, [task]) };
}

function paged(state: ListState, groupId: string, page: readonly Task[], nextCursor: string | null): ListState {
  const fresh = page.filter((task) => !state.tasks.has(task.id));
  const groups = state.groups.map((group) =>
    group.id === groupId ? { ...group, ids: [...group.ids, ...fresh.map((task) => task.id)], nextCursor } : group,
  );
  return { groups, tasks: withTasks(state, fresh) };
}
