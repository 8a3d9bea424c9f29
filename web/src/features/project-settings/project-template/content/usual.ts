import type { TaskType, WorkflowState } from '@/api/types';

/** What a project has when its template says nothing of it: the server's words, which `scripts/usual-parts.test.mjs` compares. */
export const USUAL_STATES: readonly WorkflowState[] = [
  { key: 'backlog', name: 'Backlog', category: 'backlog', order: 0, next: [] },
  { key: 'todo', name: 'To do', category: 'unstarted', order: 1, next: [] },
  { key: 'in_progress', name: 'In progress', category: 'started', order: 2, next: [] },
  { key: 'in_review', name: 'In review', category: 'started', order: 3, next: [] },
  { key: 'done', name: 'Done', category: 'completed', order: 4, next: [] },
  { key: 'cancelled', name: 'Cancelled', category: 'cancelled', order: 5, next: [] },
];

export const USUAL_TYPES: readonly TaskType[] = [
  { key: 'task', name: 'Task', icon: 'check', color: '#0090ff' },
  { key: 'bug', name: 'Bug', icon: 'bug', color: '#e5484d' },
  { key: 'feature', name: 'Feature', icon: 'sparkles', color: '#46a758' },
];
