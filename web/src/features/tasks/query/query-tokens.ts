/** A piece of a query, as the server cuts it: a word, a text in quotes, or a sign. */
export type Token = { kind: 'word' | 'quoted' | 'sign'; text: string; start: number; end: number };

const PIECE = /"(?:[^"\\]|\\.)*"?|[(),=~]|[<>]=?|![=~]|(?:(?!![=~])[^\s(),"=~<>])+/gu;

export function tokensOf(query: string): Token[] {
  return [...query.matchAll(PIECE)].map(({ 0: text, index: start }) => {
    const kind = text.startsWith('"') ? 'quoted' : /^([(),=~]|[<>]=?|![=~])$/.test(text) ? 'sign' : 'word';
    return { kind, text, start, end: start + text.length };
  });
}

const isWord = (token: Token | undefined, word: string) => token?.kind === 'word' && token.text.toLowerCase() === word;

/** The pieces, with `field("Name")` as one word, also while it is not written to its end. */
export function piecesOf(query: string): Token[] {
  const pieces: Token[] = [];
  const tokens = tokensOf(query);
  for (let at = 0; at < tokens.length; at++) {
    const [token, open, ...rest] = tokens.slice(at, at + 4);
    if (!token) break;
    if (!isWord(token, 'field') || open?.text !== '(') {
      pieces.push(token);
      continue;
    }
    const name = rest[0]?.kind === 'quoted' ? rest[0] : undefined;
    const close = rest[name ? 1 : 0];
    const parts = [token, open, ...(name ? [name] : []), ...(close?.text === ')' ? [close] : [])];
    pieces.push({
      kind: 'word',
      text: parts.map(({ text }) => text).join(''),
      start: token.start,
      end: parts.at(-1)?.end ?? token.end,
    });
    at += parts.length - 1;
  }
  return pieces;
}

/** Whether the query says the order itself, so that the list must not. */
export const ordersItself = (query: string | undefined): boolean =>
  query !== undefined && tokensOf(query).some((token, at, all) => isWord(token, 'order') && isWord(all[at + 1], 'by'));

/** Whether what was typed into a search box is meant as a query: it compares something. */
export const compares = (text: string): boolean =>
  tokensOf(text).some(({ kind, text: sign }) => kind === 'sign' && /[=<>~]/.test(sign)) ||
  /\b(is (not )?empty|in \()/i.test(text);

/** How many quotes open or close a text. */
export const quotesIn = (query: string): number => (query.match(/\\.|"/gs) ?? []).filter((part) => part === '"').length;

/** What stands at a position: all of the word or text there, or one character behind the end. */
export function pieceAt(query: string, position: number): { start: number; end: number } {
  const token = tokensOf(query).find(({ start, end }) => start <= position && position < end);
  return token ? { start: position, end: token.end } : { start: position, end: Math.min(position + 1, query.length) };
}

const KEYWORDS = /^(and|or|not|in|is|empty|order|by|asc|desc|me)$/i;

const escaped = (text: string) => text.replace(/["\\]/g, '\\$&');

/** A field that a project has made, as a query names it. */
export const ownField = (name: string): string => `field("${escaped(name)}")`;

const OWN_ORDER = /^order by field\("((?:[^"\\]|\\.)*)"\)(?: (asc|desc))?$/i;

/** Such a field where a query is ordered by one and by nothing else. */
export function ownOrderIn(order: string): { name: string; isDescending: boolean } | null {
  const [, name, direction] = OWN_ORDER.exec(order) ?? [];
  return name === undefined
    ? null
    : { name: name.replace(/\\(.)/g, '$1'), isDescending: direction?.toLowerCase() === 'desc' };
}

/** A value as a query takes it: in quotes unless it cannot be taken for anything else. */
export const spell = (value: string): string =>
  /^[a-z0-9][\w.@-]*$/i.test(value) && !KEYWORDS.test(value) ? value : `"${escaped(value)}"`;
