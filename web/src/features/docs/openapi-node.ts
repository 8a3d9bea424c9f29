/** A part of the document whose shape is not known yet. */
export type Node = Record<string, unknown>;

export const isRecord = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((part): part is string => typeof part === 'string');

/** Follows `#/components/…`; a reference to nothing is nothing. */
export function resolve(value: unknown, root: Node, depth = 0): Node | null {
  if (!isRecord(value)) return null;
  const target = value.$ref;
  if (typeof target !== 'string') return value;
  if (depth > 8 || !target.startsWith('#/')) return null;
  const found = target
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (isRecord(node) ? node[part] : undefined), root);
  return resolve(found, root, depth + 1);
}

/** The members of a schema, with those that `allOf` adds. */
export function membersOf(schema: unknown, root: Node): { properties: [string, unknown][]; required: string[] } {
  const node = resolve(schema, root);
  if (!node) return { properties: [], required: [] };
  const parts = Array.isArray(node.allOf) ? node.allOf.map((part: unknown) => membersOf(part, root)) : [];
  return {
    properties: [
      ...parts.flatMap((part) => part.properties),
      ...(isRecord(node.properties) ? Object.entries(node.properties) : []),
    ],
    required: [...parts.flatMap((part) => part.required), ...strings(node.required)],
  };
}
