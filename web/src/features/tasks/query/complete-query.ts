import { COMPARATORS, type QueryField } from '@/features/tasks/query/query-fields';
import { piecesOf, quotesIn, type Token } from '@/features/tasks/query/query-tokens';

/** What could stand where the caret is, in place of what is written between `start` and `end`. */
export type Completion = { start: number; end: number; options: readonly string[] };

type Place =
  | 'condition'
  | 'comparator'
  | 'list'
  | 'value'
  | 'listValue'
  | 'listNext'
  | 'empty'
  | 'joint'
  | 'by'
  | 'orderField'
  | 'orderNext';

const MOST = 8;

/** Reads on by one token; `field` is the one that was named last. */
function next(place: Place, token: Token): Place {
  const word = token.text.toLowerCase();
  switch (place) {
    case 'condition':
      if (word === 'order') return 'by';
      return word === '(' || word === 'not' ? 'condition' : token.kind === 'quoted' ? 'joint' : 'comparator';
    case 'comparator':
      return token.kind === 'sign' ? 'value' : word === 'in' ? 'list' : word === 'is' ? 'empty' : 'comparator';
    case 'list':
    case 'listValue':
      return token.text === '(' ? 'listValue' : 'listNext';
    case 'listNext':
      return word === ',' ? 'listValue' : 'joint';
    case 'value':
      return 'joint';
    case 'empty':
      return word === 'not' ? 'empty' : 'joint';
    case 'joint':
      return word === 'and' || word === 'or' ? 'condition' : word === 'order' ? 'by' : 'joint';
    case 'by':
    case 'orderField':
      return word === 'by' ? 'orderField' : 'orderNext';
    case 'orderNext':
      return word === ',' ? 'orderField' : 'orderNext';
  }
}

function optionsAt(
  place: Place,
  field: QueryField | undefined,
  fields: readonly QueryField[],
  isFirst: boolean,
): readonly string[] {
  switch (place) {
    case 'condition':
      return [...fields.map(({ name }) => name), 'not', ...(isFirst ? ['order by'] : [])];
    case 'comparator':
      return field ? COMPARATORS[field.kind] : [];
    case 'list':
      return ['('];
    case 'value':
    case 'listValue':
      return field?.values ?? [];
    case 'listNext':
      return [',', ')'];
    case 'empty':
      return ['empty', 'not empty'];
    case 'joint':
      return ['and', 'or', 'order by'];
    case 'by':
      return ['by'];
    case 'orderField':
      return fields.filter(({ isSortable }) => isSortable).map(({ name }) => name);
    case 'orderNext':
      return ['desc', 'asc', ','];
  }
}

/** Where what is being written ends: a text that was only just opened ends at the caret, and does not swallow what follows. */
function endOf(open: Token, query: string, caret: number): number {
  const isFresh = quotesIn(open.text) % 2 === 1 && quotesIn(query.slice(caret)) % 2 === 0;
  return isFresh ? caret : (piecesOf(query).find(({ start }) => start === open.start)?.end ?? caret);
}

export function completeQuery(query: string, caret: number, fields: readonly QueryField[]): Completion {
  const before = piecesOf(query.slice(0, caret));
  const last = before.at(-1);
  // What touches the caret is still being written; a sign is whole.
  const open = last && last.end === caret && last.kind !== 'sign' ? last : undefined;
  let place: Place = 'condition';
  let field: QueryField | undefined;
  for (const token of open ? before.slice(0, -1) : before) {
    const isField = token.kind === 'word' && (place === 'condition' || place === 'orderField');
    if (isField) field = fields.find(({ name }) => name.toLowerCase() === token.text.toLowerCase());
    place = next(place, token);
  }
  const start = open?.start ?? caret;
  const end = open ? endOf(open, query, caret) : caret;
  const typed = (open?.text ?? '').toLowerCase().replace(/^"/, '');
  const plain = (option: string) => option.toLowerCase().replace(/^"/, '');
  const all = optionsAt(place, field, fields, before.length === (open ? 1 : 0));
  const fitting = [
    ...all.filter((option) => plain(option).startsWith(typed)),
    ...all.filter((option) => !plain(option).startsWith(typed) && plain(option).includes(typed)),
  ];
  const isWhole = open !== undefined && fitting[0]?.toLowerCase() === query.slice(start, end).toLowerCase();
  return { start, end, options: isWhole ? [] : fitting.slice(0, MOST) };
}

/** The query with an option put in, and where the caret goes. */
export function withOption(
  query: string,
  { start, end }: Completion,
  option: string,
): { query: string; caret: number } {
  const head = query.slice(0, start);
  const blank = /[\s(]$|^$/.test(head) || option === ',' || option === ')' ? '' : ' ';
  const put = `${head}${blank}${option}${option === '(' ? '' : ' '}`;
  return { query: put + query.slice(end).replace(/^ /, ''), caret: put.length };
}
