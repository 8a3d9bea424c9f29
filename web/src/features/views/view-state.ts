import type { CustomField, SavedView, ViewLayout } from '@/api/types';
import { compares, ownField, ownOrderIn, spell, tokensOf } from '@/features/tasks/query/query-tokens';
import { chosenIn, type TaskFilters } from '@/features/tasks/task-filters';

/** What an address says about a look at tasks. */
export type ViewSearch = TaskFilters & { query?: string; group?: string; sort?: string; cols?: string };

/** The fields that the project has made, by which a table is sorted, too. */
export type OwnFields = readonly Pick<CustomField, 'id' | 'name'>[];

/** What is kept of it. */
export type ViewLook = { layout: ViewLayout; query: string; group: string | null; columns: string[] };

const NAMES: Record<string, string> = {
  startAt: 'start',
  dueAt: 'due',
  deadlineAt: 'deadline',
  completedAt: 'completed',
  createdAt: 'created',
  updatedAt: 'updated',
};
const fieldOf = (sort: string) => NAMES[sort] ?? sort;
const sortOf = (field: string) => Object.keys(NAMES).find((name) => NAMES[name] === field) ?? field;
const ORDERS = ['priority', 'title', 'status', 'number', 'difficulty', ...Object.values(NAMES)];

const anyOf = (field: string, values: readonly string[]): string =>
  values.length === 1 ? `${field} = ${values[0]}` : `${field} in (${values.join(', ')})`;

function people(filter: string | undefined): string {
  const chosen = chosenIn(filter);
  const named = chosen.filter((id) => id !== 'none');
  const terms = [
    named.length > 0 ? anyOf('assignee', named) : '',
    chosen.includes('none') ? 'assignee is empty' : '',
  ].filter(Boolean);
  return terms.length > 1 ? `(${terms.join(' or ')})` : (terms[0] ?? '');
}

const DUE: Record<string, string> = {
  overdue: 'overdue = true',
  today: 'due = today',
  week: 'due >= today and due < today + 7d',
};

/** Words alone are a search; beside something else they stand in quotes. */
const words = (text: string) =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`)
    .join(' and ');

/** A query without its order, and the order. */
function parted(query: string): { where: string; order: string } {
  const tokens = tokensOf(query);
  const at = tokens.findIndex(
    ({ kind, text }, index) =>
      kind === 'word' && text.toLowerCase() === 'order' && tokens[index + 1]?.text.toLowerCase() === 'by',
  );
  const start = tokens[at]?.start ?? query.length;
  return { where: query.slice(0, start).trim(), order: query.slice(start).trim() };
}

const OWN = 'own-';
const descending = (is: boolean) => (is ? ' desc' : '');

/** The order of an address as a query says it; empty for the order on the board. */
function orderOf(sort: string, own: OwnFields): string {
  const by = sort.replace(/^-/, '');
  const ownName = own.find(({ id }) => by === OWN + id)?.name;
  const field = ownName === undefined ? fieldOf(by) : ownField(ownName);
  const isOne = ownName !== undefined || ORDERS.includes(field);
  return isOne ? `order by ${field}${descending(sort.startsWith('-'))}` : '';
}

// On a board, a calendar and a timeline the place of a task says something else than its order.
const SHOWS_ORDER: readonly ViewLayout[] = ['list', 'table'];

/** An order by one field as an address says it, where the layout shows it. */
function sortIn(order: string, layout: ViewLayout, own: OwnFields): string | undefined {
  const [, field, direction] = /^order by (\w+)(?: (asc|desc))?$/i.exec(order) ?? [];
  if (field !== undefined && ORDERS.includes(field) && SHOWS_ORDER.includes(layout)) {
    return `${direction?.toLowerCase() === 'desc' ? '-' : ''}${sortOf(field)}`;
  }
  const ordered = layout === 'table' ? ownOrderIn(order) : null;
  const id = own.find(({ name }) => name.toLowerCase() === ordered?.name.toLowerCase())?.id;
  return id && `${ordered?.isDescending ? '-' : ''}${OWN}${id}`;
}

/** Whether what is kept of a view, or stands in an address, can only be told by who knows the fields of the project. */
export const speaksOfOwn = ({ query = '', sort = '' }: { query?: string; sort?: string }): boolean =>
  query.includes('field(') || sort.replace(/^-/, '').startsWith(OWN);

/** Filters, query and order of an address as one query, which a view keeps. */
export function queryOf(search: ViewSearch, own: OwnFields = []): string {
  const { where, order } = parted(search.query ?? '');
  const labels = chosenIn(search.label).map(spell);
  const filters = [
    search.q ? words(search.q) : '',
    search.status ? anyOf('status', chosenIn(search.status)) : '',
    people(search.assignee),
    labels.length > 0 ? anyOf('label', labels) : '',
    search.priority ? anyOf('priority', chosenIn(search.priority)) : '',
    (search.due && DUE[search.due]) || '',
  ].filter(Boolean);
  const isSearch = where !== '' && !compares(where);
  const written = isSearch && filters.length > 0 ? words(where) : where;
  const isLoose = filters.length > 0 && tokensOf(written).some(({ text }) => text.toLowerCase() === 'or');
  const terms = [isLoose ? `(${written})` : written, ...filters].filter(Boolean).join(' and ');
  return [terms, order || orderOf(search.sort ?? '', own)].filter(Boolean).join(' ');
}

export const lookOf = (layout: ViewLayout, search: ViewSearch, own: OwnFields = []): ViewLook => ({
  layout,
  query: queryOf(search, own),
  group: layout === 'list' ? (search.group ?? 'status') : null,
  columns: layout === 'table' && search.cols ? search.cols.split(',') : [],
});

/** The address of a view: an order by one field is the order of the list, so that its heads show it. */
export function searchOf(
  view: Pick<SavedView, 'query' | 'group' | 'columns' | 'layout'>,
  own: OwnFields = [],
): ViewSearch {
  const { where, order } = parted(view.query);
  const sort = sortIn(order, view.layout, own);
  const query = sort ? where : view.query;
  return {
    query: query || undefined,
    sort,
    group: view.group && view.group !== 'status' ? view.group : undefined,
    cols: view.columns.length > 0 ? view.columns.join(',') : undefined,
  };
}

/** Whether the address shows something else than the view keeps. */
export function isChanged(view: SavedView, layout: ViewLayout, search: ViewSearch, own: OwnFields = []): boolean {
  const [now, kept] = [lookOf(layout, search, own), lookOf(view.layout, searchOf(view, own), own)];
  return JSON.stringify(now) !== JSON.stringify(kept);
}
