import type { Board, StatusCategory, Task } from '@/api/types';

export type Lane = {
  status: string;
  category: StatusCategory;
  taskCount: number;
  ids: readonly string[];
  nextCursor: string | null;
};

/** Each task stands in `tasks` once, and its id in at most one lane. */
export type BoardState = { lanes: readonly Lane[]; tasks: Readonly<Record<string, Task>> };

export type Place = { status: string; beforeId?: string; afterId?: string };

export type BoardAction =
  | { type: 'saved'; task: Task; keepsPlace?: boolean }
  | { type: 'removed'; id: string }
  | { type: 'placed'; id: string; place: Place }
  | { type: 'restored'; task: Task }
  | { type: 'paged'; status: string; tasks: readonly Task[]; nextCursor: string | null };

export function fromBoard(board: Board): BoardState {
  const tasks: Record<string, Task> = {};
  const lanes = board.columns.map((column) => {
    const ids: string[] = [];
    for (const task of column.tasks) {
      if (task.id in tasks) continue;
      tasks[task.id] = task;
      ids.push(task.id);
    }
    const { status, category, taskCount, nextCursor } = column;
    return { status, category, taskCount, ids, nextCursor };
  });
  return { lanes, tasks };
}

export function boardReducer(state: BoardState, action: BoardAction): BoardState {
  switch (action.type) {
    case 'saved':
      return saved(state, action.task, action.keepsPlace ?? false);
    case 'removed':
      return removed(state, action.id);
    case 'placed':
      return placed(state, action.id, action.place);
    case 'restored':
      return insert(takeOut(state, action.task.id), action.task);
    case 'paged':
      return paged(state, action.status, action.tasks, action.nextCursor);
  }
}

function saved(state: BoardState, task: Task, keepsPlace: boolean): BoardState {
  const known = state.tasks[task.id];
  if (known && known.version > task.version) return state;
  if (!known) return insert(state, task);
  if (keepsPlace) {
    const { status, statusCategory, rank } = known;
    return withTask(state, { ...known, ...task, status, statusCategory, rank });
  }
  const merged = { ...known, ...task };
  if (known.status === task.status && known.rank === task.rank) return withTask(state, merged);
  return insert(takeOut(state, task.id), merged);
}

function removed(state: BoardState, id: string): BoardState {
  if (!state.tasks[id]) return state;
  const { lanes, tasks } = takeOut(state, id);
  const { [id]: _gone, ...rest } = tasks;
  return { lanes, tasks: rest };
}

/** A move before the server has answered. It has no rank until then. */
function placed(state: BoardState, id: string, { status, beforeId, afterId }: Place): BoardState {
  const task = state.tasks[id];
  const target = state.lanes.find((lane) => lane.status === status);
  if (!task || !target) return state;
  const without = takeOut(state, id);
  return {
    lanes: without.lanes.map((lane) => {
      if (lane.status !== status) return lane;
      const before = beforeId === undefined ? -1 : lane.ids.indexOf(beforeId);
      const after = afterId === undefined ? -1 : lane.ids.indexOf(afterId);
      const index = before >= 0 ? before : after >= 0 ? after + 1 : lane.ids.length;
      return { ...lane, ids: lane.ids.toSpliced(index, 0, id), taskCount: lane.taskCount + 1 };
    }),
    tasks: { ...without.tasks, [id]: { ...task, status, statusCategory: target.category, rank: '' } },
  };
}

function paged(state: BoardState, status: string, page: readonly Task[], nextCursor: string | null): BoardState {
  const fresh = page.filter((task) => !state.tasks[task.id]);
  const tasks = { ...state.tasks, ...Object.fromEntries(fresh.map((task) => [task.id, task])) };
  const lanes = state.lanes.map((lane) =>
    lane.status === status ? { ...lane, ids: [...lane.ids, ...fresh.map((task) => task.id)], nextCursor } : lane,
  );
  return { lanes, tasks };
}

const withTask = (state: BoardState, task: Task): BoardState => ({
  ...state,
  tasks: { ...state.tasks, [task.id]: task },
});

/** Out of its lane; the task itself stays known until it is put back or dropped. */
function takeOut(state: BoardState, id: string): BoardState {
  const status = state.tasks[id]?.status;
  return {
    ...state,
    lanes: state.lanes.map((lane) =>
      lane.status === status
        ? { ...lane, ids: lane.ids.filter((other) => other !== id), taskCount: Math.max(0, lane.taskCount - 1) }
        : lane,
    ),
  };
}

function insert(state: BoardState, task: Task): BoardState {
  const tasks = { ...state.tasks, [task.id]: task };
  const lanes = state.lanes.map((lane) => {
    if (lane.status !== task.status) return lane;
    const index = indexByRank(lane.ids, tasks, task);
    // Past the last loaded card of a longer lane its true place is unknown: it is only counted.
    const isBeyond = index === lane.ids.length && lane.nextCursor !== null;
    return { ...lane, ids: isBeyond ? lane.ids : lane.ids.toSpliced(index, 0, task.id), taskCount: lane.taskCount + 1 };
  });
  return { lanes, tasks };
}

/** Ranks are compared as bytes, as the server does; a card whose move is not confirmed yet has none and is skipped. */
function indexByRank(ids: readonly string[], tasks: Readonly<Record<string, Task>>, task: Task): number {
  const index = ids.findIndex((id) => {
    const rank = tasks[id]?.rank ?? '';
    return rank !== '' && rank > task.rank;
  });
  return index < 0 ? ids.length : index;
}

/** The neighbours that describe a position among the cards that are shown. */
export function placeAt(status: string, shownIds: readonly string[], index: number, movedId: string): Place {
  const others = shownIds.filter((id) => id !== movedId);
  const next = others[index];
  if (next !== undefined) return { status, beforeId: next };
  const last = others.at(-1);
  return last === undefined ? { status } : { status, afterId: last };
}
