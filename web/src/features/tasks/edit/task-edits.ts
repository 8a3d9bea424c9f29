import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/api-error';
import { send } from '@/api/client';
import { session } from '@/api/session';
import type { StatusCategory, Task, TaskChange } from '@/api/types';
import { applyChange, changesAnything, type EditedField, onWire, rebase } from '@/features/tasks/edit/task-merge';
import { taskFeed } from '@/features/tasks/task-feed';
import { loadTask, saveTask, taskQuery } from '@/features/tasks/task-queries';

/** An edit that the server has not confirmed. With clashes it waits for the person to decide. */
export type PendingEdit = {
  readonly id: string;
  readonly taskId: string;
  change: TaskChange;
  /** What the screen shows of it: with the category of a new status. */
  category: StatusCategory | null;
  base: Task;
  version: number;
  clashes: readonly EditedField[];
  theirs: Task | null;
};

export type EditResult =
  | { kind: 'saved'; changeId: string | null }
  | { kind: 'clash' }
  | { kind: 'failed'; error: unknown };

const NONE: readonly PendingEdit[] = [];
const MOST_TRIES = 4;

/**
 * The edits on their way to the server. The query cache holds only what the server said; what is on the screen is that with
 * these on top, so that a refusal takes exactly one edit away and nothing else.
 */
const pendings = new Map<string, readonly PendingEdit[]>();
const queues = new Map<string, Promise<unknown>>();
const listeners = new Set<() => void>();

function change(taskId: string, next: readonly PendingEdit[]) {
  if (next.length > 0) pendings.set(taskId, next);
  else pendings.delete(taskId);
  for (const listener of listeners) listener();
}

export const pendingEdits = {
  of: (taskId: string): readonly PendingEdit[] => pendings.get(taskId) ?? NONE,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

// The next person on this screen must not meet what the last one had not decided.
session.subscribe(() => {
  if (session.state() !== 'signed_out') return;
  pendings.clear();
  for (const listener of listeners) listener();
});

const withoutEdit = (edit: PendingEdit) => pendingEdits.of(edit.taskId).filter((other) => other !== edit);

/** A task with the edits that are still on their way. */
export const withEdits = (task: Task, edits: readonly PendingEdit[]): Task =>
  edits.reduce((shown, edit) => applyChange(shown, edit.change, edit.category), task);

/** Boards and lists follow the feed: they see an edit at once, and its end if the server refuses. */
function show(queryClient: QueryClient, { base, taskId }: PendingEdit) {
  const known = queryClient.getQueryData(taskQuery(taskId).queryKey) ?? base;
  taskFeed.publish({ kind: 'saved', task: withEdits(known, pendingEdits.of(taskId)) });
}

/** Where the queue behind a saved edit was made on the version before it, it now stands on the new one. */
function standOn(edit: PendingEdit, saved: Task) {
  for (const other of withoutEdit(edit)) {
    if (other.version === edit.version) {
      other.version = saved.version;
      other.base = { ...saved };
    }
  }
}

async function attempt(queryClient: QueryClient, edit: PendingEdit): Promise<EditResult> {
  for (let tries = 1; ; tries++) {
    try {
      const path = `/api/tasks/${edit.taskId}`;
      const { data, changeId } = await send<Task>('PATCH', path, {
        body: onWire(edit.change, edit.base),
        version: edit.version,
      });
      standOn(edit, data);
      change(edit.taskId, withoutEdit(edit));
      saveTask(queryClient, data);
      show(queryClient, edit);
      return { kind: 'saved', changeId };
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 412 || tries >= MOST_TRIES) throw error;
      const theirs = await loadTask(edit.taskId);
      saveTask(queryClient, theirs);
      const rebased = rebase(edit.change, edit.base, theirs);
      edit.change = rebased.change;
      edit.base = theirs;
      edit.version = theirs.version;
      if (rebased.clashes.length > 0) {
        edit.clashes = rebased.clashes;
        edit.theirs = theirs;
        change(edit.taskId, [...pendingEdits.of(edit.taskId)]);
        return { kind: 'clash' };
      }
    }
  }
}

/** One edit of a task after the other, each on the version that its predecessor made. */
function enqueue(queryClient: QueryClient, edit: PendingEdit): Promise<EditResult> {
  const before = queues.get(edit.taskId) ?? Promise.resolve();
  const run = before.then(async (): Promise<EditResult> => {
    try {
      return await attempt(queryClient, edit);
    } catch (error) {
      change(edit.taskId, withoutEdit(edit));
      show(queryClient, edit);
      return { kind: 'failed', error };
    }
  });
  queues.set(edit.taskId, run);
  return run;
}

/** Shows a change at once and saves it. `base` is the task as the person saw it when they began. */
export function saveEdit(
  queryClient: QueryClient,
  base: Task,
  wanted: TaskChange,
  category: StatusCategory | null = null,
): Promise<EditResult> {
  if (!changesAnything(base, wanted)) return Promise.resolve({ kind: 'saved', changeId: null });
  const edit: PendingEdit = {
    id: crypto.randomUUID(),
    taskId: base.id,
    change: wanted,
    category,
    base,
    version: base.version,
    clashes: [],
    theirs: null,
  };
  change(base.id, [...pendingEdits.of(base.id), edit]);
  show(queryClient, edit);
  return enqueue(queryClient, edit);
}

/** The person has read both values: theirs stays, or mine is sent again, on top of it. */
export async function decide(
  queryClient: QueryClient,
  edit: PendingEdit,
  whose: 'mine' | 'theirs',
): Promise<EditResult> {
  if (whose === 'theirs') {
    change(edit.taskId, withoutEdit(edit));
    show(queryClient, edit);
    return { kind: 'saved', changeId: null };
  }
  edit.clashes = [];
  edit.theirs = null;
  change(edit.taskId, [...pendingEdits.of(edit.taskId)]);
  return enqueue(queryClient, edit);
}
