import type { StatusCategory, WorkflowState } from '@/api/types';

type States = readonly WorkflowState[];

export const CATEGORIES: readonly StatusCategory[] = ['backlog', 'unstarted', 'started', 'completed', 'cancelled'];

const inOrder = (states: States): WorkflowState[] => states.map((state, order) => ({ ...state, order }));

/** The key that a new state or type gets from its name: what the address and the query language use for good. */
export function keyOf(name: string, known: readonly { key: string }[], otherwise = 'state'): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 36);
  const base = plain || otherwise;
  const isTaken = (key: string) => known.some((other) => other.key === key);
  for (let number = 2, key = base; ; key = `${base}_${number++}`) if (!isTaken(key)) return key;
}

/** A new state stands behind the last one of its category, or of the categories before it. */
export function added(states: States, name: string, category: StatusCategory): WorkflowState[] {
  const rank = CATEGORIES.indexOf(category);
  const last = states.findLastIndex((state) => CATEGORIES.indexOf(state.category) <= rank);
  const state = { key: keyOf(name, states), name, category, order: 0, next: [] };
  return inOrder(states.toSpliced(last + 1, 0, state));
}

export const renamed = (states: States, key: string, name: string): WorkflowState[] =>
  states.map((state) => (state.key === key ? { ...state, name } : state));

export function moved(states: States, key: string, by: 1 | -1): WorkflowState[] {
  const from = states.findIndex((state) => state.key === key);
  const state = states[from];
  const to = from + by;
  if (!state || to < 0 || to >= states.length) return [...states];
  return inOrder(states.toSpliced(from, 1).toSpliced(to, 0, state));
}

const others = (states: States, key: string) => states.filter((state) => state.key !== key).map((state) => state.key);

/** Where a task may go from a state. The API writes "everywhere" as nothing. */
export function targetsOf(states: States, key: string): string[] {
  const next = states.find((state) => state.key === key)?.next ?? [];
  return next.length === 0 ? others(states, key) : next.filter((target) => target !== key);
}

/** Allows a move or forbids it. The last way out stays: a state that nothing leaves would be written like one that all leave. */
export function toggledMove(states: States, key: string, target: string): WorkflowState[] {
  const targets = targetsOf(states, key);
  const kept = targets.includes(target) ? targets.filter((other) => other !== target) : [...targets, target];
  if (kept.length === 0) return [...states];
  const all = others(states, key);
  const next = all.every((other) => kept.includes(other)) ? [] : all.filter((other) => kept.includes(other));
  return states.map((state) => (state.key === key ? { ...state, next } : state));
}

export const opened = (states: States, key: string): WorkflowState[] =>
  states.map((state) => (state.key === key ? { ...state, next: [] } : state));

/** The state that takes over the tasks of one that goes: the next of its category, or else its neighbour. */
export function heirOf(states: States, key: string): WorkflowState | undefined {
  const at = states.findIndex((state) => state.key === key);
  const near = states.toSpliced(at, 1);
  return near.find((state) => state.category === states[at]?.category) ?? near[at] ?? near.at(-1);
}

/**
 * The states without one of them. What led to it leads to its heir, under the same rule where that way is new; who led to it
 * and is its heir goes on to where it led, because a state without ways would be written like one that leads everywhere.
 */
export function removed(states: States, key: string, into: string): WorkflowState[] {
  const onward = targetsOf(states, key);
  const heir = (target: string) => (target === key ? into : target);
  const kept = states.filter((state) => state.key !== key);
  return inOrder(
    kept.map(({ guards = [], ...state }) => {
      const isOther = (target: string) => target !== state.key && target !== key;
      const ways = [...new Set(state.next.map(heir))].filter(isOther);
      const isNew = state.next.includes(key) && !state.next.includes(into) && into !== state.key;
      const left = guards
        .filter((guard) => guard.to !== key || isNew)
        .map((guard) => ({ ...guard, to: heir(guard.to) }));
      return {
        ...state,
        next: ways.length > 0 || state.next.length === 0 ? ways : onward.filter(isOther),
        ...(left.length > 0 && { guards: left }),
      };
    }),
  );
}
