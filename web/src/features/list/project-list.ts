import type { Task, WorkflowState } from '@/api/types';
import { type AnySort, comparer, type Grouping } from '@/features/list/list-order';
import type { GroupQuery, ListSource } from '@/features/list/list-queries';
import { spanOf } from '@/features/list/timeline/time-scale';
import { narrowedQuery } from '@/features/tasks/query/narrowed-query';
import { ordersItself } from '@/features/tasks/query/query-tokens';
import { chosenIn, matcher, type TaskFilters, toTaskQuery } from '@/features/tasks/task-filters';
import { PRIORITIES } from '@/features/tasks/task-state';
import { addDays, type DateOnly } from '@/lib/dates';

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
  /** Only what is due on these days, or begins by then and goes on over them, is asked for. */
  days?: ShownDays;
};

// The server counts days in the project's zone and the reader sees them in their own: an instant may be a day off.
const withAir = ({ first, last }: ShownDays): ShownDays => ({ first: addDays(first, -1), last: addDays(last, 1) });

const isOnDays = (task: Task, { first, last }: ShownDays) => {
  const span = task.dueAt === null ? null : spanOf(task);
  return span !== null && span.start <= last && first <= span.end;
};

/** The bound leaves the day it names out; a filter may have a narrower one. */
function dueFrom(asked: Record<string, string>, { first }: ShownDays): Record<string, string> {
  const after = addDays(first, -1);
  const { dueAfter = after } = asked;
  return { dueAfter: dueAfter > after ? dueAfter : after };
}

/** In the query language: what is there by a day, due or begun. */
const thereBy = (day: DateOnly) => `(due <= ${day} or start <= ${day})`;

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
  const days = view.days && withAir(view.days);
  // Days have the order in which tasks are due; of a query they take what it finds.
  const isOrdered = !days && ordersItself(view.query);
  const text = [view.query, view.orderBy && !isOrdered && `order by ${view.orderBy}`].filter(Boolean).join(' ');
  const sought = days ? narrowedQuery(view.query, thereBy(days.last)) : text;
  const asked: Record<string, string> = sought ? { query: sought } : {};
  const isOurs = !isOrdered && !view.orderBy;
  if (view.hasOwnFields) asked.fields = 'customFields';
  const filtered = toTaskQuery({ q, ...others }, now);
  const query = { projectId, ...filtered, ...(days && dueFrom(filtered, days)), ...asked };
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
        (!days || isOnDays(task, days)) &&
        (view.query === undefined || isKnown),
      compare: isOurs ? comparer(sort) : () => 0,
    },
  };
}
