import type { Operation } from '@/features/docs/openapi';
import { isRecord, membersOf, type Node, resolve, strings, text } from '@/features/docs/openapi-node';

const MOST_DEEP = 5;
const BY_FORMAT: Record<string, string> = {
  uuid: '01970003-0000-7000-8000-000000000001',
  date: '2026-12-24',
  'date-time': '2026-12-24T09:00:00Z',
  email: 'ada@example.com',
  uri: 'https://example.com',
};

/** A value that fits a schema: its own example where it has one. */
export function exampleOf(schema: unknown, root: Node, depth = 0): unknown {
  const node = resolve(schema, root);
  if (!node || depth > MOST_DEEP) return null;
  if (node.example !== undefined) return node.example;
  if (Array.isArray(node.examples) && node.examples.length > 0) return node.examples[0];
  if (node.default !== undefined && node.default !== null) return node.default;
  if (Array.isArray(node.enum)) return node.enum[0];
  const choices = [node.oneOf, node.anyOf].find(Array.isArray);
  if (choices) {
    const first = choices.find((choice: unknown) => !isRecord(choice) || choice.type !== 'null');
    return exampleOf(first, root, depth + 1);
  }
  const type = strings(node.type).find((name) => name !== 'null');
  if (type === 'array') return depth >= MOST_DEEP ? [] : [exampleOf(node.items, root, depth + 1)];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return typeof node.minimum === 'number' ? node.minimum : 1;
  if (type === 'string') return BY_FORMAT[text(node.format)] ?? 'text';
  const { properties } = membersOf(node, root);
  return Object.fromEntries(properties.map(([name, member]) => [name, exampleOf(member, root, depth + 1)]));
}

const quote = (value: string) => `'${value.replaceAll("'", "'\\''")}'`;

/** One call as it can be pasted into a shell. */
export function curlOf(operation: Operation, origin: string): string {
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => `$${name.toUpperCase()}`);
  const query = operation.parameters
    .filter((parameter) => parameter.place === 'query' && parameter.isRequired)
    .map((parameter) => `${encodeURIComponent(parameter.name)}=…`)
    .join('&');
  const lines = [`curl -X ${operation.method} "${origin}${path}${query && `?${query}`}"`];
  if (!operation.isPublic) lines.push('-H "Authorization: Bearer $TOKEN"');
  if (operation.body) {
    lines.push(`-H ${quote(`Content-Type: ${operation.body.mediaType}`)}`);
    if (/json/.test(operation.body.mediaType)) {
      lines.push(`-d ${quote(JSON.stringify(operation.body.example, null, 2))}`);
    }
  }
  return lines.join(' \\\n  ');
}
