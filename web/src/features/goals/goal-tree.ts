import type { Goal } from '@/api/types';

export type PlacedGoal = { goal: Goal; level: number };

/** The next to be reached stands first; without a day last. */
function byDay(a: Goal, b: Goal): number {
  const [first, second] = [a.dueDate ?? '9999', b.dueDate ?? '9999'];
  return first === second ? a.name.localeCompare(b.name) : first < second ? -1 : 1;
}

/** Each goal with those that contribute to it right below. */
export function goalTree(goals: readonly Goal[]): PlacedGoal[] {
  const known = new Set(goals.map((goal) => goal.id));
  const parentOf = (goal: Goal) => (goal.parentId && known.has(goal.parentId) ? goal.parentId : null);
  const sorted = [...goals].sort(byDay);
  const place = (parent: string | null, level: number): PlacedGoal[] =>
    sorted
      .filter((goal) => parentOf(goal) === parent)
      .flatMap((goal) => [{ goal, level }, ...place(goal.id, level + 1)]);
  return place(null, 0);
}

/** What a goal may contribute to: any goal but itself and those that contribute to it already. */
export function parentsFor(goal: Goal | null, goals: readonly Goal[]): Goal[] {
  if (!goal) return [...goals];
  const tree = goalTree(goals);
  const from = tree.findIndex((placed) => placed.goal.id === goal.id);
  const level = tree[from]?.level ?? 0;
  const end = tree.findIndex((placed, index) => index > from && placed.level <= level);
  const own = new Set(tree.slice(from, end < 0 ? undefined : end).map((placed) => placed.goal.id));
  return goals.filter((other) => !own.has(other.id));
}
