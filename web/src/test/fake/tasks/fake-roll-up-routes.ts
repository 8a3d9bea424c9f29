import type { RollUpShare } from '@/api/types';
import { type FakeRoute, problem } from '@/test/fake/fake-server';
import type { FakeState } from '@/test/fake/fake-state';

const percentOf = (done: number, total: number) => (total === 0 ? 0 : Math.floor((done * 100) / total));

function below(state: FakeState, id: string, level: number): RollUpShare[] {
  const project = state.projects.find((candidate) => candidate.id === id);
  if (!project) return [];
  const tasks = state.tasks.filter(
    ({ projectId, statusCategory }) => projectId === id && statusCategory !== 'cancelled',
  );
  const done = tasks.filter(({ statusCategory }) => statusCategory === 'completed').length;
  const share: RollUpShare = {
    projectId: id,
    key: project.key,
    name: project.name,
    level,
    progress: { done, total: tasks.length, percent: percentOf(done, tasks.length) },
    estimateMinutes: tasks.reduce((sum, { estimateMinutes }) => sum + (estimateMinutes ?? 0), 0),
    completedEstimateMinutes: 0,
    earliestStart: null,
    latestDue: project.dueDate,
  };
  const children = state.projects.filter(({ parentId }) => parentId === id);
  return [share, ...children.flatMap((child) => below(state, child.id, level + 1))];
}

export const rollUpRoutes: FakeRoute[] = [
  [
    'GET',
    /^\/api\/projects\/([^/]+)\/roll-up$/,
    ({ params }, state) => {
      const projects = below(state, params[0] ?? '', 0);
      if (projects.length === 0) return problem(404, 'not_found');
      const sum = (of: (share: RollUpShare) => number) => projects.reduce((all, share) => all + of(share), 0);
      const [done, total] = [sum(({ progress }) => progress.done), sum(({ progress }) => progress.total)];
      const body = {
        progress: { done, total, percent: percentOf(done, total) },
        estimateMinutes: sum(({ estimateMinutes }) => estimateMinutes),
        completedEstimateMinutes: 0,
        earliestStart: null,
        latestDue: null,
        projects,
      };
      return { body };
    },
  ],
];
