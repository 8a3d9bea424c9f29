import type { TaskTemplate } from '@/api/types';
import { addDays, today } from '@/lib/dates';
import { since } from '@/test/fake/fake-data';
import { type FakeAnswer, type FakeRequest, type FakeRoute, page, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';
import { create } from '@/test/fake/tasks/fake-task-routes';

const variablesIn = (value: unknown): string[] => [
  ...new Set([...JSON.stringify(value).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')),
];
const fill = (text: string, values: unknown): string =>
  text.replace(/\{\{(\w+)\}\}/g, (place, name: string) =>
    typeof values === 'object' && values !== null ? String(Reflect.get(values, name) ?? place) : place,
  );

export function addTaskTemplate(state: FakeState, given: Partial<TaskTemplate>): TaskTemplate {
  const template: TaskTemplate = {
    id: crypto.randomUUID(),
    projectId: state.projects[0]?.id ?? '',
    name: 'A template',
    title: 'A task',
    description: '',
    priority: 'none',
    difficulty: null,
    estimateMinutes: null,
    durationMinutes: null,
    startInDays: null,
    dueInDays: null,
    deadlineInDays: null,
    assigneeIds: [],
    labels: [],
    steps: [],
    createdAt: since,
    updatedAt: since,
    version: 1,
    ...given,
    variables: variablesIn(given),
  };
  state.taskTemplates.unshift(template);
  return template;
}

function instantiate(request: FakeRequest, state: FakeState): FakeAnswer {
  const template = state.taskTemplates.find((candidate) => candidate.id === request.params[0]);
  if (!template) return problem(404, 'template_not_found');
  const { projectId, priority, labels, assigneeIds, dueInDays } = template;
  const from = typeof request.body.date === 'string' ? request.body.date : today();
  const steps = template.steps.map((step) => ({
    id: crypto.randomUUID(),
    title: fill(step.title ?? '', request.body.variables),
    done: false,
    assigneeId: null,
    dueAt: null,
    required: step.required,
  }));
  const title = fill(template.title, request.body.variables);
  const dueAt = dueInDays === null ? null : addDays(from, dueInDays);
  const body = { projectId, title, priority, labels, assigneeIds, steps, dueAt };
  return create({ ...request, body }, state);
}

export const templateRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/task-templates$/,
    ({ query }, state) => page(state.taskTemplates.filter((template) => template.projectId === query.get('projectId'))),
  ],
  ['POST', /^\/api\/task-templates$/, ({ body }, state) => ({ status: 201, body: addTaskTemplate(state, body) })],
  [
    'PUT',
    /^\/api\/task-templates\/([^/]+)$/,
    ({ params, body }, state) => {
      const template = state.taskTemplates.find((candidate) => candidate.id === params[0]);
      if (!template) return problem(404, 'template_not_found');
      Object.assign(template, body, { variables: variablesIn(body), version: template.version + 1 });
      return { body: template };
    },
  ],
  [
    'DELETE',
    /^\/api\/task-templates\/([^/]+)$/,
    ({ params }, state) => {
      state.taskTemplates = state.taskTemplates.filter((template) => template.id !== params[0]);
      return {};
    },
  ],
  ['POST', /^\/api\/task-templates\/([^/]+)\/instantiate$/, instantiate],
];
