import type { Task, WorkflowState } from '@/api/types';
import { type AnySort, comparer, type Grouping } from '@/features/list/list-order';
import type { GroupQuery, ListSource } from '@/features/list/list-queries';
import { ordersItself } from '@/features/tasks/query/query-tokens';
import { chosenIn, matcher, type TaskFilters, toTaskQuery } from '@/features/tasks/task-filters';
import { PRIORITIES } from '@/features/tasks/task-state';
import { addDays, type DateOnly, dayOf } from '@/lib/dates';

/** The days that a view shows, both included. */
export type ShownDays = { first: DateOnly; last: DateOnly };

export type ProjectListView = {
  filters: TaskFilters;
  query?: string;
  grouping: Grouping;
  sort: AnySort;
  /** An order that only the query language knows, such as `field("Cost") desc`; it goes before `sort`. */
  orderBy?: string;
  /** Whether the fields that the project has made are shown, which lists leave out. */
  hasOwnFields?: boolean;
  /** Whether some of them are computed: then only the server knows what they have become. */
  hasComputed?: boolean;
  /** Only what is due on these days is asked for. */
  days?: ShownDays;
};

// The server counts days in the project's zone and the reader sees them in their own: an instant may be a day off.
const withAir = ({ first, last }: ShownDays): ShownDays => ({ first: addDays(first, -1), last: addDays(last, 1) });

const isDueWithin = ({ dueAt }: Task, { first, last }: ShownDays) =>
  dueAt !== null && first <= dayOf(dueAt) && dayOf(dueAt) <= last;

/** The bounds leave the day they name out; a filter may have narrower ones. */
function dueWithin(asked: Record<string, string>, { first, last }: ShownDays): Record<string, string> {
  const [after, before] = [addDays(first, -1), addDays(last, 1)];
  const { dueAfter = after, dueBefore = before } = asked;
  return { dueAfter: dueAfter > after ? dueAfter : after, dueBefore: dueBefore < before ? dueBefore : before };
}

const onlyChosen = (all: readonly string[], filter: string | undefined) => {
  const chosen = chosenIn(filter);
  return chosen.length === 0 ? all : all.filter((value) => chosen.includes(value));
};

function groupsOf(
  query: Record<string, string>,
  view: ProjectListView,
  states: readonly WorkflowState[],
): GroupQuery[] {
  const { grouping, filters } = view;
  if (grouping === 'none') return [{ id: 'all', query }];
  const values = grouping === 'status' ? states.map((state) => state.key) : PRIORITIES;
  return onlyChosen(values, filters[grouping]).map((value) => ({ id: value, query: { ...query, [grouping]: value } }));
}

/** What the list of a project asks for, and where a task belongs that changes meanwhile. */
export function projectListSource(
  projectId: string,
  view: ProjectListView,
  states: readonly WorkflowState[],
  now: DateOnly,
): ListSource {
  const { grouping, sort } = view;
  // The server also searches descriptions, which rows do not carry: what it found stays until it is asked again.
  const { q, ...others } = view.filters;
  const matches = matcher(others, now);
  const isOrdered = ordersItself(view.query);
  const text = [view.query, view.orderBy && !isOrdered && `order by ${view.orderBy}`].filter(Boolean).join(' ');
  const asked: Record<string, string> = text ? { query: text } : {};
  const isOurs = !isOrdered && !view.orderBy;
  if (view.hasOwnFields) asked.fields = 'customFields';
  const days = view.days && withAir(view.days);
  const filtered = toTaskQuery({ q, ...others }, now);
  const query = { projectId, ...filtered, ...(days && dueWithin(filtered, days)), ...asked };
  return {
    name: projectId,
    groups: groupsOf(query, view, states),
    sort: isOurs ? sort : '',
    isAskedAgain: text !== '' || view.hasComputed,
    rules: {
      groupOf: (task: Task) => (grouping === 'none' ? 'all' : task[grouping]),
      // Only the server knows what a query finds: what it found stays, and what is new comes when it is asked again.
      belongs: (task: Task, isKnown: boolean) =>
        task.projectId === projectId &&
        matches(task) &&
        (!days || isDueWithin(task, days)) &&
        (view.query === undefined || isKnown),
      compare: isOurs ? comparer(sort) : () => 0,
    },
  };
}
