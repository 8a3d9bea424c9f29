import type { CustomField, Label, Member, Project, WorkflowState } from '@/api/types';
import { valueType } from '@/features/projects/custom-field-queries';
import { ownField, spell } from '@/features/tasks/query/query-tokens';
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
  /** Null where tasks of several projects are asked for. */
  project: Pick<Project, 'id' | 'key'> | null;
  states: readonly WorkflowState[];
  members: readonly Member[];
  labels: readonly Label[];
};

const peopleOf = (members: readonly Member[]): string[] => [
  'me',
  ...members.filter((member) => member.state === 'active').map((member) => spell(member.displayName)),
];

/** How a field of the project's own is compared, what can be compared with it, and whether tasks may be ordered by it. */
function ownQueryField(field: CustomField, people: readonly string[]): QueryField {
  const name = ownField(field.name);
  switch (valueType(field)) {
    case 'number':
    case 'money':
      return { name, kind: 'number', isSortable: true, values: [] };
    case 'rating':
      return { name, kind: 'number', isSortable: true, values: ['1', '2', '3', '4', '5'] };
    case 'date':
      return { name, kind: 'moment', isSortable: true, values: DAYS };
    case 'choice':
      return { name, kind: 'labels', isSortable: true, values: field.options.map(spell) };
    case 'choices':
      return { name, kind: 'labels', values: field.options.map(spell) };
    case 'person':
      return { name, kind: 'people', values: people };
    case 'checkbox':
      return { name, kind: 'flag', values: ['true', 'false'] };
    default:
      return { name, kind: 'text', isSortable: true, values: [] };
  }
}

/**
 * The server's catalogue of fields, in the order in which they are offered, and behind them those of the project; a test of the server
 * compares the names.
 */
export function queryFields(
  { project, states, members, labels }: Vocabulary,
  customFields: readonly CustomField[],
): QueryField[] {
  const people = peopleOf(members);
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
    { name: 'owner', kind: 'people', values: people },
    { name: 'reporter', kind: 'people', values: people },
    { name: 'watcher', kind: 'people', values: people },
    { name: 'milestone', kind: 'relation', values: [] },
    { name: 'cycle', kind: 'relation', values: ['current', 'open'] },
    { name: 'parent', kind: 'relation', values: [] },
    { name: 'key', kind: 'relation', isSortable: true, values: [] },
    { name: 'number', kind: 'number', isSortable: true, values: [] },
    { name: 'difficulty', kind: 'number', isSortable: true, values: [] },
    { name: 'computedDifficulty', kind: 'number', values: [] },
    { name: 'estimate', kind: 'number', isSortable: true, values: [] },
    { name: 'duration', kind: 'number', isSortable: true, values: [] },
    { name: 'progress', kind: 'number', isSortable: true, values: [] },
    { name: 'project', kind: 'relation', isSortable: true, values: project ? [project.key] : [] },
    ...customFields.map((field) => ownQueryField(field, people)),
  ];
}
