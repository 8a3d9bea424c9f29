import type { CustomField, Task } from '@/api/types';
import type { SortField } from '@/features/list/list-order';
import type { TaskField } from '@/features/list/task-picker';
import { isComputed, isFieldOf, valueType } from '@/features/projects/custom-field-queries';
import { ownField } from '@/features/tasks/query/query-tokens';
import { type Text, t } from '@/lib/i18n';

/** What a column is sorted by: an order of the list, or a field that the project has made. */
export type ColumnSort = SortField | `own-${string}`;
export type TableSort = ColumnSort | `-${ColumnSort}`;

export type ColumnId =
  | 'title'
  | 'status'
  | 'priority'
  | 'assignee'
  | 'start'
  | 'due'
  | 'deadline'
  | 'labels'
  | 'milestone'
  | 'estimate'
  | 'duration'
  | 'difficulty'
  | 'progress'
  | 'reporter'
  | 'created'
  | 'updated'
  | 'completed'
  | `own-${string}`;

/** How a cell is changed: by a picker, by typing, as the project's own field wants it, or not at all. */
export type CellEdit =
  | { kind: 'pick'; field: TaskField }
  | { kind: 'type'; field: 'title' | 'estimate' | 'duration' }
  | { kind: 'own'; field: CustomField }
  | null;

export type Column = {
  id: ColumnId;
  /** Its name, unless it is that of a field which the project has made. */
  text: Text | null;
  width: number;
  sort: ColumnSort | null;
  edit: CellEdit;
  isNumber?: boolean;
};

const pick = (field: TaskField): CellEdit => ({ kind: 'pick', field });

/** In the order in which they stand unless the person moves them. The title stands first, always. */
export const COLUMNS: readonly Column[] = [
  { id: 'title', text: 'tasks.title', width: 380, sort: 'title', edit: { kind: 'type', field: 'title' } },
  { id: 'status', text: 'tasks.status', width: 140, sort: 'status', edit: pick('status') },
  { id: 'priority', text: 'tasks.priority', width: 120, sort: 'priority', edit: pick('priority') },
  { id: 'assignee', text: 'tasks.assignee', width: 150, sort: null, edit: pick('assignee') },
  { id: 'start', text: 'list.start', width: 104, sort: 'startAt', edit: pick('start') },
  { id: 'due', text: 'tasks.due', width: 104, sort: 'dueAt', edit: pick('due') },
  { id: 'deadline', text: 'list.deadline', width: 104, sort: 'deadlineAt', edit: pick('deadline') },
  { id: 'labels', text: 'tasks.labels', width: 190, sort: null, edit: pick('labels') },
  { id: 'milestone', text: 'list.milestone', width: 150, sort: null, edit: pick('milestone') },
  {
    id: 'estimate',
    text: 'list.estimate',
    width: 108,
    sort: null,
    edit: { kind: 'type', field: 'estimate' },
    isNumber: true,
  },
  {
    id: 'duration',
    text: 'list.duration',
    width: 108,
    sort: null,
    edit: { kind: 'type', field: 'duration' },
    isNumber: true,
  },
  {
    id: 'difficulty',
    text: 'list.difficulty',
    width: 108,
    sort: 'difficulty',
    edit: pick('difficulty'),
    isNumber: true,
  },
  { id: 'progress', text: 'table.progress', width: 120, sort: null, edit: null },
  { id: 'reporter', text: 'table.reporter', width: 150, sort: null, edit: null },
  { id: 'created', text: 'table.created', width: 104, sort: 'createdAt', edit: null },
  { id: 'updated', text: 'table.updated', width: 104, sort: 'updatedAt', edit: null },
  { id: 'completed', text: 'table.completed', width: 104, sort: 'completedAt', edit: null },
];

/** People and several choices have no order. */
const UNSORTED: readonly string[] = ['person', 'choices', 'checkbox'];

const isNumeric = (field: CustomField) => ['number', 'money'].includes(valueType(field));

/** The table's own columns, and one for each field that the project has made. */
export const allColumns = (fields: readonly CustomField[]): Column[] => [
  ...COLUMNS,
  ...fields.map(
    (field): Column => ({
      id: `own-${field.id}`,
      text: null,
      width: field.type === 'text' || field.type === 'link' || field.type === 'choices' ? 170 : 120,
      sort: UNSORTED.includes(valueType(field)) ? null : `own-${field.id}`,
      edit: { kind: 'own', field },
      isNumber: isNumeric(field),
    }),
  ),
];

/** Whether a task has what a column shows: fields of the project may belong to some types alone. */
export const hasCell = ({ type }: Task, { edit }: Column): boolean =>
  edit?.kind !== 'own' || isFieldOf(edit.field, type);

export const columnName = ({ text, edit }: Column): string =>
  text === null ? (edit?.kind === 'own' ? edit.field.name : '') : t(text);

/** Whether any of them shows what lists leave out unless they are asked for it. */
export const showsOwnFields = (columns: readonly Column[]): boolean => columns.some(({ edit }) => edit?.kind === 'own');

/** Whether any of them shows what is computed, which no change of a task brings along. */
export const showsComputed = (columns: readonly Column[]): boolean =>
  columns.some(({ edit }) => edit?.kind === 'own' && isComputed(edit.field));

const DEFAULT: readonly ColumnId[] = [
  'title',
  'status',
  'priority',
  'assignee',
  'due',
  'labels',
  'milestone',
  'estimate',
];

const known = (id: string, all: readonly Column[]): Column | undefined => all.find((column) => column.id === id);

/** The columns of an address such as `cols=status,due`. */
export function columnsOf(text: string | undefined, all: readonly Column[] = COLUMNS): Column[] {
  const wanted = text === undefined ? DEFAULT : ['title', ...text.split(',')];
  return [...new Set(wanted)].flatMap((id) => known(id, all) ?? []);
}

/** What to write into the address; nothing for the usual ones. */
export function columnsText(columns: readonly Column[]): string | undefined {
  const ids = columns.map((column) => column.id);
  return ids.join() === DEFAULT.join() ? undefined : ids.slice(1).join() || 'title';
}

export function toggledColumn(columns: readonly Column[], id: ColumnId, all: readonly Column[] = COLUMNS): Column[] {
  if (id === 'title') return [...columns];
  if (columns.some((column) => column.id === id)) return columns.filter((column) => column.id !== id);
  const column = known(id, all);
  return column ? [...columns, column] : [...columns];
}

/** One place to the left or right; never before the title. */
export function movedColumn(columns: readonly Column[], id: ColumnId, by: 1 | -1): Column[] {
  const from = columns.findIndex((column) => column.id === id);
  const column = columns[from];
  const to = from + by;
  if (!column || from < 1 || to < 1 || to >= columns.length) return [...columns];
  return columns.toSpliced(from, 1).toSpliced(to, 0, column);
}

/** The order of an address where it is that of a field which the project has made. */
export function sortedBy(sort: string | undefined, columns: readonly Column[]): TableSort | undefined {
  const own = columns.find(
    ({ sort: by, edit }) => edit?.kind === 'own' && by !== null && by === sort?.replace(/^-/, ''),
  );
  if (!own?.sort) return undefined;
  return sort?.startsWith('-') ? `-${own.sort}` : own.sort;
}

/** The same as the query language says it. */
export function orderOf(sort: string | undefined, columns: readonly Column[]): string | undefined {
  const by = sortedBy(sort, columns);
  const column = columns.find((candidate) => candidate.sort === by?.replace(/^-/, ''));
  if (column?.edit?.kind !== 'own') return undefined;
  return `${ownField(column.edit.field.name)}${by?.startsWith('-') ? ' desc' : ''}`;
}
