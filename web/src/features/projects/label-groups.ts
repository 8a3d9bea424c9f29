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
