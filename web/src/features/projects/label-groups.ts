import { t } from '@/lib/i18n';

type Grouped = { name: string; group?: string | null };

/** Labels by their headings: those without one first, then heading by heading, each by name. */
export function labelGroups<L extends Grouped>(labels: readonly L[]): [heading: string, labels: L[]][] {
  const groups = new Map<string, L[]>();
  for (const label of labels) {
    const heading = label.group ?? '';
    const inside = groups.get(heading);
    if (inside) inside.push(label);
    else groups.set(heading, [label]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

type Exclusive = { name: string; group?: string | null; exclusive?: boolean | null };

const fold = (name: string) => name.trim().toLowerCase();

/** The group of which a task carries one label at most; null for labels that exclude no other. */
export function exclusiveGroup(name: string, known: readonly Exclusive[]): string | null {
  const label = known.find((candidate) => fold(candidate.name) === fold(name));
  return (label?.exclusive && label.group) || null;
}

/** What is chosen after another choice: of an exclusive group the one that came last takes the place of the other. */
export function onePerGroup(before: readonly string[], after: readonly string[], known: readonly Exclusive[]) {
  const added = after.filter((name) => !before.includes(name));
  const taken = added.flatMap((name) => exclusiveGroup(name, known) ?? []);
  return after.filter((name) => added.includes(name) || !taken.includes(exclusiveGroup(name, known) ?? ''));
}

/** The heading of a label in a picker, which says where only one can be chosen. */
export const pickHeading = ({ group, exclusive }: Exclusive): string | null =>
  group && exclusive ? t('tasks.oneOfGroup', { group }) : (group ?? null);
