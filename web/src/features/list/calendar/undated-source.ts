import type { ListSource } from '@/features/list/list-queries';
import { projectListSource } from '@/features/list/project-list';
import { spell, type Token, tokensOf } from '@/features/tasks/query/query-tokens';
import type { TaskFilters } from '@/features/tasks/task-filters';
import { isOpen, OPEN_CATEGORIES } from '@/features/tasks/task-state';
import type { DateOnly } from '@/lib/dates';

const UNDATED = 'due is empty';

const is = (token: Token | undefined, ...words: string[]) =>
  token?.kind === 'word' && words.includes(token.text.toLowerCase());

/** A query that finds of what another one finds only the tasks without a due date. Its order is left out. */
export function undatedQuery(query: string | undefined): string {
  const all = tokensOf(query ?? '');
  const order = all.findIndex((token, at) => is(token, 'order') && is(all[at + 1], 'by'));
  const tokens = order < 0 ? all : all.slice(0, order);
  if (!query || tokens.length === 0) return UNDATED;
  // Words alone are a search; beside a condition they stand in quotes.
  const isSearch = tokens.every((token) => token.kind !== 'sign' && !is(token, 'and', 'or', 'not', 'in', 'is'));
  const text = isSearch
    ? tokens.map(({ kind, text: word }) => (kind === 'quoted' ? word : quoted(word))).join(' and ')
    : query.slice(0, all[order]?.start).trim();
  const isLoose = tokens.some((token) => is(token, 'or'));
  return `${isLoose ? `(${text})` : text} and ${UNDATED}`;
}

/** In quotes also where a value would do without: alone a word is no condition. */
const quoted = (word: string) => (spell(word).startsWith('"') ? spell(word) : `"${word}"`);

/** The open tasks of a project without a due date, in the order on the board: what is done needs no day any more. */
export function undatedSource(
  projectId: string,
  filters: TaskFilters,
  query: string | undefined,
  now: DateOnly,
): ListSource {
  const view = { filters, query: undatedQuery(query), grouping: 'none' as const, sort: 'rank' as const };
  const source = projectListSource(projectId, view, [], now);
  const { belongs } = projectListSource(projectId, { ...view, query }, [], now).rules;
  return {
    ...source,
    groups: source.groups.map((group) => ({
      ...group,
      query: { ...group.query, statusCategory: OPEN_CATEGORIES.join(',') },
    })),
    name: `${projectId}/undated`,
    isAskedAgain: query !== undefined,
    rules: {
      ...source.rules,
      belongs: (task, isKnown) => task.dueAt === null && isOpen(task) && belongs(task, isKnown),
    },
  };
}
