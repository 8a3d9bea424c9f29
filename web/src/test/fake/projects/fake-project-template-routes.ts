import type { Instantiation, ProjectTemplate } from '@/api/types';
import { project as buildProject, since } from '@/test/fake/fake-data';
import { type FakeAnswer, type FakeRequest, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';

type Content = ProjectTemplate['content'];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const EMPTY_TASK = {
  ref: null,
  parent: null,
  title: null,
  description: null,
  status: null,
  type: null,
  priority: null,
  difficulty: null,
  estimateMinutes: null,
  durationMinutes: null,
  startInDays: null,
  dueInDays: null,
  deadlineInDays: null,
  assigneeIds: null,
  labels: null,
  milestone: null,
  steps: null,
  customFields: null,
  dependencies: null,
} as const;

const taskOf = (title: string, index: number) => ({ ...EMPTY_TASK, ref: `t${index + 1}`, title });

export const contentOf = (titles: readonly string[]): Content => ({
  description: null,
  color: null,
  icon: null,
  startInDays: null,
  dueInDays: null,
  members: null,
  workflow: null,
  taskTypes: null,
  labels: [{ name: 'Legal', group: null, exclusive: null, color: '#8f6fd1' }],
  customFields: null,
  milestones: [{ name: 'Doors open', description: null, startInDays: null, dueInDays: 30 }],
  tasks: titles.map(taskOf),
});

export function addProjectTemplate(state: FakeState, name: string, content: Content): ProjectTemplate {
  const names = [...JSON.stringify(content).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
  const template: ProjectTemplate = {
    id: crypto.randomUUID(),
    workspaceId: state.workspaces[0]?.id ?? '',
    name,
    content,
    variables: [...new Set(names)],
    createdBy: state.users[0]?.id ?? '',
    createdAt: since,
    updatedAt: since,
    version: 1,
  };
  state.projectTemplates.unshift(template);
  return template;
}

const find = (state: FakeState, id: string | undefined) =>
  state.projectTemplates.find((template) => template.id === id);

function begin({ params, body }: FakeRequest, state: FakeState): FakeAnswer {
  const template = find(state, params[0]);
  if (!template) return problem(404, 'template_not_found');
  const name = text(body.name);
  const use: Instantiation = {
    id: crypto.randomUUID(),
    templateId: template.id,
    templateVersion: template.version,
    state: 'running',
    projectId: null,
    reason: null,
    requestedAt: since,
    completedAt: null,
  };
  state.uses.set(use.id, { use, name });
  return { status: 202, body: { ...use } };
}

/** Running when it is asked for first, ended the next time. */
function follow({ params }: FakeRequest, state: FakeState): FakeAnswer {
  const known = state.uses.get(params[1] ?? '');
  if (!known) return problem(404, 'instantiation_not_found');
  const { use, name } = known;
  const now = { ...use };
  if (use.state === 'running' && /^The/.test(name))
    Object.assign(use, { state: 'failed', reason: 'No name like this.' });
  else if (use.state === 'running') {
    const made = buildProject(state.projects.length + 1, `P${state.projects.length + 1}`, name, '#2f9c9a');
    state.projects.push(made);
    Object.assign(use, { state: 'completed', projectId: made.id, completedAt: since });
  }
  return { body: now };
}

export const projectTemplateRoutes: FakeRoute[] = [
  ['GET', /^\/api\/project-templates$/, (_request, state) => page(state.projectTemplates)],
  [
    'GET',
    /^\/api\/project-templates\/([^/]+)$/,
    ({ params }, state) => {
      const template = find(state, params[0]);
      return template ? { body: template } : problem(404, 'template_not_found');
    },
  ],
  [
    'POST',
    /^\/api\/project-templates$/,
    ({ body }, state) => {
      const titles = [...JSON.stringify(body.content).matchAll(/"title":"([^"]+)"/g)].map((match) => match[1] ?? '');
      return { status: 201, body: addProjectTemplate(state, text(body.name), contentOf(titles)) };
    },
  ],
  [
    'PUT',
    /^\/api\/project-templates\/([^/]+)$/,
    ({ params, body }, state) => {
      const template = find(state, params[0]);
      if (!template) return problem(404, 'template_not_found');
      Object.assign(template, body, { version: template.version + 1 });
      return { body: { ...template } };
    },
  ],
  [
    'DELETE',
    /^\/api\/project-templates\/([^/]+)$/,
    ({ params }, state) => {
      state.projectTemplates = state.projectTemplates.filter((template) => template.id !== params[0]);
      return {};
    },
  ],
  [
    'POST',
    /^\/api\/projects\/([^/]+)\/save-as-template$/,
    ({ params, body }, state) => {
      const tasks = state.tasks.filter((task) => task.projectId === params[0]);
      return {
        status: 201,
        body: addProjectTemplate(state, text(body.name), contentOf(tasks.map(({ title }) => title))),
      };
    },
  ],
  ['POST', /^\/api\/project-templates\/([^/]+)\/instantiate$/, begin],
  ['GET', /^\/api\/project-templates\/([^/]+)\/instantiations\/([^/]+)$/, follow],
];
