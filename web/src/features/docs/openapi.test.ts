import { describe, expect, it } from 'vitest';
import { findOperations, readDocument, typeName } from '@/features/docs/openapi';
import { curlOf, exampleOf } from '@/features/docs/openapi-example';

const document = readDocument({
  openapi: '3.1.0',
  info: { title: 'Bread', version: '1' },
  security: [{ bearer: [] }],
  paths: {
    '/api/loaves/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
      get: { tags: ['Loaves'], summary: 'Get a loaf', responses: { 200: { description: 'The loaf' } } },
      patch: {
        tags: ['Loaves'],
        summary: 'Change a loaf',
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Loaf' } } },
        },
        responses: {},
      },
    },
    '/health/live': { get: { security: [], responses: {} } },
  },
  components: {
    schemas: {
      Loaf: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', example: "Baker's rye" },
          weight: { type: ['integer', 'null'] },
          slices: { type: 'array', items: { $ref: '#/components/schemas/Loaf' } },
        },
      },
    },
  },
});

describe('the reader of the OpenAPI document', () => {
  it('finds the operations, with the parameters of their path', () => {
    expect(document.operations.map((operation) => operation.id)).toEqual([
      'get /api/loaves/{id}',
      'patch /api/loaves/{id}',
      'get /health/live',
    ]);
    expect(document.operations[0]?.parameters[0]).toMatchObject({ name: 'id', place: 'path', type: 'string (uuid)' });
    expect(document.operations[2]?.isPublic).toBe(true);
  });

  it('names types', () => {
    expect(typeName({ type: ['integer', 'null'] }, document.root)).toBe('integer | null');
    expect(typeName({ type: 'array', items: { $ref: '#/components/schemas/Loaf' } }, document.root)).toBe('Loaf[]');
  });

  it('ends examples of schemas that hold themselves', () => {
    expect(JSON.stringify(exampleOf({ $ref: '#/components/schemas/Loaf' }, document.root))).toContain("Baker's rye");
  });

  it('writes a call that a shell can read, quotes included', () => {
    const change = document.operations[1];
    if (!change) throw new Error('The document has no such operation.');
    const call = curlOf(change, 'http://localhost:8080');
    expect(call).toContain('curl -X PATCH "http://localhost:8080/api/loaves/$ID"');
    expect(call).toContain(`Baker'\\''s rye`);
    expect(call).toContain('Authorization: Bearer $TOKEN');
  });

  it("shows the document's own examples before any of its making", () => {
    const { operations } = readDocument({
      paths: {
        '/api/loaves': {
          post: {
            requestBody: { content: { 'application/json': { schema: { type: 'object' }, example: { name: 'Rye' } } } },
            responses: {
              404: { $ref: '#/components/responses/gone' },
              201: { content: { 'application/json': { schema: { type: 'string', format: 'date' } } } },
            },
          },
        },
      },
      components: {
        examples: { gone: { value: { code: 'gone' } } },
        responses: {
          gone: {
            description: 'Gone.',
            content: {
              'application/problem+json': {
                schema: { type: 'object' },
                examples: { gone: { $ref: '#/components/examples/gone' } },
              },
            },
          },
        },
      },
    });
    expect(operations[0]?.body?.example).toEqual({ name: 'Rye' });
    expect(operations[0]?.answers.map((answer) => answer.example)).toEqual(['2026-12-24', { code: 'gone' }]);
  });

  it('finds by words in any order and survives a document that is none', () => {
    expect(findOperations(document.operations, 'loaf patch')).toHaveLength(1);
    expect(readDocument('no').operations).toEqual([]);
  });
});
