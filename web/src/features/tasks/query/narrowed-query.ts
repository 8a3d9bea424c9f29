import { spell, type Token, tokensOf } from '@/features/tasks/query/query-tokens';

const is = (token: Token | undefined, ...words: string[]) =>
  token?.kind === 'word' && words.includes(token.text.toLowerCase());

/** In quotes also where a value would do without: alone a word is no condition. */
const quoted = (word: string) => (spell(word).startsWith('"') ? spell(word) : `"${word}"`);

const conditionsOf = (query: string): readonly Token[] => {
  const all = tokensOf(query);
  const order = all.findIndex((token, at) => is(token, 'order') && is(all[at + 1], 'by'));
  return order < 0 ? all : all.slice(0, order);
};

/** How far what was written has moved to the right in the narrowed query. */
export const narrowedBy = (query: string): number => (conditionsOf(query).some((token) => is(token, 'or')) ? 1 : 0);

/** A query that finds of what another one finds only what also meets a condition. The order of that one is left out. */
export function narrowedQuery(query: string | undefined, condition: string): string {
  const tokens = conditionsOf(query ?? '');
  if (!query || tokens.length === 0) return condition;
  // Words alone are a search; beside a condition they stand in quotes.
  const isSearch = tokens.every((token) => token.kind !== 'sign' && !is(token, 'and', 'or', 'not', 'in', 'is'));
  const text = isSearch
    ? tokens.map(({ kind, text: word }) => (kind === 'quoted' ? word : quoted(word))).join(' and ')
    : query.slice(0, tokens.at(-1)?.end);
  return `${narrowedBy(query) > 0 ? `(${text})` : text} and ${condition}`;
}
