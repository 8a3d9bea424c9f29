const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: unknown) => ({ 'application/json': { schema } });
const text = { type: 'string' };
const id = { type: 'string', format: 'uuid' };
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: id, description: `The ${name}.` });
const inQuery = (name: string, description: string, schema: unknown = text) => ({
  name,
  in: 'query',
  schema,
  description,
});
const faults = (...codes: number[]) =>
  Object.fromEntries(codes.map((code) => [code, { description: MEANING[code], content: json(ref('Problem')) }]));
const MEANING: Record<number, string> = {
  400: 'Malformed or invalid.',
  401: 'No or bad credentials.',
  404: 'Absent, or not visible to the caller.',
  412: 'The version is stale.',
  422: 'A rule of the domain says no.',
};
const page = (name: string) => ({
  type: 'object',
  required: ['items', 'nextCursor'],
  properties: { items: { type: 'array', items: ref(name) }, nextCursor: { type: ['string', 'null'] } },
});

/** A small description in the shape of the real one. */
export const openApi = {
  openapi: '3.1.0',
  info: { title: 'Waymark', version: '1' },
  security: [{ bearer: [] }],
  paths: {
    '/api/v1/tasks': {
      get: {
        tags: ['Tasks'],
        summary: 'List tasks',
        description: 'Only tasks that the caller may see. Filters combine; a repeated one means any of its values.',
        parameters: [
          inQuery('projectId', 'Only tasks of this project.', id),
          inQuery('status', 'Keys of workflow states.'),
          inQuery('assigneeId', 'Ids, `me` or `none`.'),
          inQuery('limit', 'At most 200.', { type: 'integer', minimum: 1, default: 50 }),
        ],
        responses: { 200: { description: 'A page of tasks.', content: json(page('Task')) }, ...faults(400, 401) },
      },
      post: {
        tags: ['Tasks'],
        summary: 'Create a task',
        requestBody: { required: true, content: json(ref('CreateTask')) },
        responses: { 201: { description: 'The task.', content: json(ref('Task')) }, ...faults(400, 404, 422) },
      },
    },
    '/api/v1/tasks/{task}': {
      parameters: [inPath('task')],
      get: {
        tags: ['Tasks'],
        summary: 'Get a task',
        responses: { 200: { description: 'The task.', content: json(ref('Task')) }, ...faults(404) },
      },
      patch: {
        tags: ['Tasks'],
        summary: 'Change a task',
        requestBody: { content: { 'application/merge-patch+json': { schema: ref('CreateTask') } } },
        responses: { 200: { description: 'The task.', content: json(ref('Task')) }, ...faults(404, 412, 422) },
      },
      delete: {
        tags: ['Tasks'],
        summary: 'Delete a task',
        responses: { 204: { description: 'Gone.' }, ...faults(404) },
      },
    },
    '/api/v1/projects': {
      get: {
        tags: ['Projects'],
        summary: 'List projects',
        responses: { 200: { description: 'A page of projects.', content: json(page('Project')) } },
      },
    },
    '/api/v1/projects/{project}/members/{userId}': {
      parameters: [inPath('project'), inPath('userId')],
      put: {
        tags: ['Projects'],
        summary: 'Change a member’s role',
        requestBody: { content: json({ type: 'object', required: ['role'], properties: { role: ref('Role') } }) },
        responses: { 200: { description: 'The member.' }, ...faults(404, 422) },
      },
    },
    '/health/live': {
      get: { tags: ['Health'], summary: 'Is it alive', security: [], responses: { 200: { description: 'It is.' } } },
    },
  },
  components: {
    schemas: {
      Role: { type: 'string', enum: ['manager', 'contributor', 'viewer'] },
      Project: { type: 'object', properties: { id, key: text, name: text } },
      Step: { type: 'object', required: ['title'], properties: { id, title: text, done: { type: 'boolean' } } },
      CreateTask: {
        type: 'object',
        required: ['projectId', 'title'],
        properties: {
          projectId: { ...id, description: 'Where it belongs.' },
          title: { ...text, description: '1 to 500 characters.', example: 'Warm bread at eight' },
          dueAt: { type: ['string', 'null'], format: 'date', description: 'A calendar date or an instant.' },
          assigneeIds: { type: 'array', items: id },
        },
      },
      Task: {
        type: 'object',
        required: ['id', 'key', 'title', 'status'],
        properties: {
          id,
          key: { ...text, example: 'WEB-12' },
          title: text,
          status: text,
          steps: { type: 'array', items: ref('Step') },
          createdAt: { type: 'string', format: 'date-time' },
          version: { type: 'integer' },
        },
      },
      Problem: {
        type: 'object',
        properties: { status: { type: 'integer' }, code: text, detail: text, traceId: text },
      },
    },
  },
};
