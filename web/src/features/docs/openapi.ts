import { exampleOf } from '@/features/docs/openapi-example';
import { isRecord, type Node, resolve, strings, text } from '@/features/docs/openapi-node';

export type Parameter = { name: string; place: string; isRequired: boolean; type: string; meaning: string };
export type Body = { mediaType: string; schema: Node; example: unknown; isRequired: boolean };
export type Answer = { status: string; meaning: string; schema: Node | null; example: unknown };
export type Operation = {
  id: string;
  method: string;
  path: string;
  tag: string;
  summary: string;
  description: string;
  isDeprecated: boolean;
  isPublic: boolean;
  parameters: Parameter[];
  body: Body | null;
  answers: Answer[];
};
export type ApiDocument = { title: string; version: string; root: Node; operations: Operation[] };

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** What a schema is, in a few words: `string (uuid)`, `Task[]`, `integer | null`. */
export function typeName(schema: unknown, root: Node): string {
  if (!isRecord(schema)) return 'any';
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? 'object';
  const choices = [schema.oneOf, schema.anyOf, schema.allOf].find(Array.isArray);
  if (choices) return choices.map((choice: unknown) => typeName(choice, root)).join(' | ');
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const types = strings(schema.type);
  const names = types.map((type) => {
    if (type === 'array') return `${typeName(schema.items, root)}[]`;
    return typeof schema.format === 'string' && type !== 'null' ? `${type} (${schema.format})` : type;
  });
  return names.join(' | ') || (schema.properties ? 'object' : 'any');
}

function readParameter(given: unknown, root: Node): Parameter[] {
  const node = resolve(given, root);
  if (!node) return [];
  return [
    {
      name: text(node.name),
      place: text(node.in),
      isRequired: node.required === true,
      type: typeName(node.schema, root),
      meaning: text(node.description),
    },
  ];
}

/** The document's own example, else the first of several, else one made from the schema. */
function exampleIn(media: Node, root: Node): unknown {
  if (media.example !== undefined) return media.example;
  const several = isRecord(media.examples) ? Object.values(media.examples) : [];
  return resolve(several[0], root)?.value ?? exampleOf(media.schema, root);
}

function contentOf(content: unknown, root: Node): { mediaType: string; schema: Node; example: unknown } | null {
  if (!isRecord(content)) return null;
  for (const [mediaType, media] of Object.entries(content)) {
    if (isRecord(media) && isRecord(media.schema)) {
      return { mediaType, schema: media.schema, example: exampleIn(media, root) };
    }
  }
  return null;
}

function readBody(given: unknown, root: Node): Body | null {
  const node = resolve(given, root);
  const found = contentOf(node?.content, root);
  return found && { ...found, isRequired: node?.required === true };
}

function readAnswers(given: unknown, root: Node): Answer[] {
  if (!isRecord(given)) return [];
  return Object.entries(given).map(([status, answer]) => {
    const node = resolve(answer, root);
    const found = contentOf(node?.content, root);
    return { status, meaning: text(node?.description), schema: found?.schema ?? null, example: found?.example };
  });
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Reads an OpenAPI 3 document as far as the page shows it; parts that it does not know are left out. */
export function readDocument(given: unknown): ApiDocument {
  const root = isRecord(given) ? given : {};
  const info = isRecord(root.info) ? root.info : {};
  const paths = isRecord(root.paths) ? root.paths : {};
  const operations = Object.entries(paths).flatMap(([path, item]) => {
    if (!isRecord(item)) return [];
    return METHODS.flatMap((method): Operation[] => {
      const node = item[method];
      if (!isRecord(node)) return [];
      const security = Array.isArray(node.security) ? node.security : root.security;
      return [
        {
          id: `${method} ${path}`,
          method: method.toUpperCase(),
          path,
          tag: strings(node.tags)[0] ?? '',
          summary: text(node.summary) || text(node.operationId),
          description: text(node.description),
          isDeprecated: node.deprecated === true,
          isPublic: Array.isArray(security) && security.length === 0,
          parameters: [...list(item.parameters), ...list(node.parameters)].flatMap((one) => readParameter(one, root)),
          body: readBody(node.requestBody, root),
          answers: readAnswers(node.responses, root),
        },
      ];
    });
  });
  return { title: text(info.title), version: text(info.version), root, operations };
}

/** Every word must be found in the path, the method, the tag or the summary. */
export function findOperations(operations: readonly Operation[], query: string): Operation[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return operations.filter((operation) => {
    const hay = `${operation.id} ${operation.tag} ${operation.summary}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}
