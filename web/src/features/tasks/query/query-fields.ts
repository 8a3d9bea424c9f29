import type { Label, Member, WorkflowState } from '@/api/types';
import { spell } from '@/features/tasks/query/query-tokens';
import { PRIORITIES } from '@/features/tasks/task-state';

type FieldKind =
  | 'text'
  | 'prose'
  | 'number'
  | 'moment'
  | 'choice'
  | 'ordered'
  | 'people'
  | 'labels'
  | 'flag'
  | 'relation';

/** A field that queries may name, with the values that can be offered for it. */
export type QueryField = { name: string; kind: FieldKind; isSortable?: boolean; values: readonly string[] };

const EMPTY = ['is empty', 'is not empty'];
const EQUAL = ['=', '!=', 'in', 'not in'];
const ORDER = ['<', '<=', '>', '>='];
const SEARCH = ['~', '!~'];

export const COMPARATORS: Record<FieldKind, readonly string[]> = {
  text: [...SEARCH, ...EQUAL, ...EMPTY],
  prose: [...SEARCH, ...EMPTY],
  number: [...EQUAL, ...ORDER, ...EMPTY],
  moment: ['<', '<=', '=', '>', '>=', '!=', 'in', 'not in', ...EMPTY],
  choice: [...EQUAL, ...EMPTY],
  ordered: [...EQUAL, ...ORDER, ...EMPTY],
  people: [...EQUAL, ...EMPTY],
  labels: [...EQUAL, ...SEARCH, ...EMPTY],
  flag: ['=', '!='],
  relation: [...EQUAL, ...EMPTY],
};

const PERIODS = ['Day', 'Week', 'Month', 'Quarter', 'Year'];
const DAYS = [
  'today',
  'tomorrow',
  'yesterday',
  'now',
  ...PERIODS.map((p) => `startOf${p}`),
  ...PERIODS.map((p) => `endOf${p}`),
];
const CATEGORIES = ['backlog', 'unstarted', 'started', 'completed', 'cancelled'];

export type Vocabulary = {
  projectKey: string;
  states: readonly WorkflowState[];
  members: readonly Member[];
  labels: readonly Label[];
};

/** The server's catalogue of fields, in the order in which they are offered; a test of the server compares the names. */
export function queryFields({ projectKey, states, members, labels }: Vocabulary): QueryField[] {
  const people = [
    'me',
    ...members.filter((member) => member.state === 'active').map((member) => spell(member.displayName)),
  ];
  return [
    { name: 'status', kind: 'choice', isSortable: true, values: states.map((state) => state.key) },
    { name: 'assignee', kind: 'people', values: people },
    { name: 'due', kind: 'moment', isSortable: true, values: DAYS },
    { name: 'priority', kind: 'ordered', isSortable: true, values: PRIORITIES },
    { name: 'label', kind: 'labels', values: labels.map((label) => spell(label.name)) },
    { name: 'text', kind: 'prose', values: [] },
    { name: 'title', kind: 'text', isSortable: true, values: [] },
    { name: 'description', kind: 'prose', values: [] },
    { name: 'category', kind: 'choice', isSortable: true, values: CATEGORIES },
    { name: 'blocked', kind: 'flag', values: ['true', 'false'] },
    { name: 'type', kind: 'choice', isSortable: true, values: ['task', 'bug', 'feature'] },
    { name: 'overdue', kind: 'flag', values: ['true', 'false'] },
    { name: 'deadline', kind: 'moment', isSortable: true, values: DAYS },
    { name: 'start', kind: 'moment', isSortable: true, values: DAYS },
    { name: 'completed', kind: 'moment', isSortable: true, values: DAYS },
    { name: 'created', kind: 'moment', isSortable: true, values: DAYS },
    { name: 'updated', kind: 'moment', isSortable: true, values: DAYS },
    { name: 'reporter', kind: 'people', values: people },
    { name: 'watcher', kind: 'people', values: people },
    { name: 'milestone', kind: 'relation', values: [] },
    { name: 'cycle', kind: 'relation', values: ['current', 'open'] },
    { name: 'parent', kind: 'relation', values: [] },
    { name: 'key', kind: 'relation', isSortable: true, values: [] },
    { name: 'number', kind: 'number', isSortable: true, values: [] },
    { name: 'difficulty', kind: 'number', isSortable: true, values: [] },
    { name: 'estimate', kind: 'number', isSortable: true, values: [] },
    { name: 'duration', kind: 'number', isSortable: true, values: [] },
    { name: 'progress', kind: 'number', isSortable: true, values: [] },
    { name: 'project', kind: 'relation', isSortable: true, values: projectKey ? [projectKey] : [] },
  ];
}
