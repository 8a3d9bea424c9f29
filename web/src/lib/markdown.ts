/**
 * The part of Markdown that people write in tasks and comments, as a tree to draw from. What it does not know stays text:
 * nothing that was typed is ever lost, and nothing becomes markup by itself.
 */
export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'em' | 'del'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'mention'; target: string; id: string; name: string }
  | { kind: 'break' };

export type ListItem = { children: Inline[]; done: boolean | null; depth: number };

export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'list'; isOrdered: boolean; start: number; items: ListItem[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' };

const FENCE = /^ {0,3}(```+|~~~+)/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^ {0,3}([-*_])(\s*\1){2,}\s*$/;
const QUOTE = /^ {0,3}>\s?/;
const ITEM = /^(\s*)(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/;
const BOX = /^\[([ xX])\]\s+(.*)$/;
const MOST_DEPTH = 8;

const opensBlock = (line: string) =>
  FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line) || ITEM.test(line);

export function parseMarkdown(text: string, depth = 0): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let index = 0;
  const line = () => lines[index] ?? '';
  const take = (isWanted: (line: string) => boolean): string[] => {
    const start = index;
    while (index < lines.length && isWanted(line())) index++;
    return lines.slice(start, index);
  };

  while (index < lines.length) {
    const fence = FENCE.exec(line())?.[1];
    const heading = HEADING.exec(line());
    if (line().trim() === '') index++;
    else if (fence) {
      index++;
      const body = take((next) => !next.trimStart().startsWith(fence));
      index++;
      blocks.push({ kind: 'code', text: body.join('\n') });
    } else if (heading) {
      index++;
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, children: parseInline(heading[2] ?? '') });
    } else if (RULE.test(line())) {
      index++;
      blocks.push({ kind: 'rule' });
    } else if (QUOTE.test(line()) && depth < MOST_DEPTH) {
      const body = take((next) => QUOTE.test(next)).map((next) => next.replace(QUOTE, ''));
      blocks.push({ kind: 'quote', blocks: parseMarkdown(body.join('\n'), depth + 1) });
    } else if (ITEM.test(line())) blocks.push(list(take((next) => ITEM.test(next) || /^\s+\S/.test(next))));
    else {
      const first = line();
      index++;
      const body = [first, ...take((next) => next.trim() !== '' && !opensBlock(next))];
      blocks.push({ kind: 'paragraph', children: parseInline(body.join('\n')) });
    }
  }
  return blocks;
}

function list(lines: readonly string[]): Block {
  const items: { text: string; indent: number }[] = [];
  let first: RegExpExecArray | null = null;
  for (const line of lines) {
    const match = ITEM.exec(line);
    const last = items.at(-1);
    if (match) {
      first ??= match;
      items.push({ text: match[4] ?? '', indent: match[1]?.replace(/\t/g, '    ').length ?? 0 });
    } else if (last) last.text += `\n${line.trim()}`;
  }
  return {
    kind: 'list',
    isOrdered: first?.[3] !== undefined,
    start: Number(first?.[3] ?? 1),
    items: items.map(({ text, indent }) => {
      const box = BOX.exec(text);
      const done = box ? box[1] !== ' ' : null;
      return { children: parseInline(box?.[2] ?? text), done, depth: Math.min(4, Math.floor(indent / 2)) };
    }),
  };
}

const INLINE =
  /(?<escape>\\[\\`*_~[\]()#>@!.-])|(?<code>`+)(?<codeText>[^`]|[^`].*?[^`])\k<code>(?!`)|@\[(?<name>[^[\]\n]+)\]\((?<target>user|team|task):(?<id>[0-9a-f-]{36})\)|\[(?<label>[^[\]\n]+)\]\((?<href>[^\s()<>]+)\)|(?<url>https?:\/\/[^\s<>"]*[^\s<>".,;:!?)'\]])|\*\*(?<strong>(?=\S)[^\n]+?\S?)\*\*|~~(?<del>(?=\S)[^\n]+?)~~|(?<![\w*])\*(?<em>(?=\S)[^*\n]+?(?<=\S))\*(?![\w*])|(?<![\w_])_(?<under>(?=\S)[^_\n]+?(?<=\S))_(?![\w_])|(?<line>\n)/su;

/** Only addresses that open something; `javascript:` and its like stay text. */
const mayOpen = (href: string) => /^(https?:\/\/|mailto:|\/(?!\/))/i.test(href);

export function parseInline(text: string, depth = 0): Inline[] {
  const found: Inline[] = [];
  const say = (plain: string) => {
    const last = found.at(-1);
    if (plain === '') return;
    if (last?.kind === 'text') last.text += plain;
    else found.push({ kind: 'text', text: plain });
  };
  let rest = text;
  while (rest !== '') {
    const match = depth < MOST_DEPTH ? INLINE.exec(rest) : null;
    if (!match) {
      say(rest);
      break;
    }
    say(rest.slice(0, match.index));
    rest = rest.slice(match.index + match[0].length);
    const node = inlineOf(match, depth);
    if (typeof node === 'string') say(node);
    else found.push(node);
  }
  return found;
}

function inlineOf(match: RegExpExecArray, depth: number): Inline | string {
  const part = match.groups ?? {};
  const inner = (text: string) => parseInline(text, depth + 1);
  if (part.escape) return part.escape.slice(1);
  if (part.codeText !== undefined) return { kind: 'code', text: part.codeText.trim() || part.codeText };
  if (part.id) return { kind: 'mention', target: part.target ?? 'user', id: part.id, name: part.name ?? '' };
  if (part.href)
    return mayOpen(part.href) ? { kind: 'link', href: part.href, children: inner(part.label ?? '') } : match[0];
  if (part.url) return { kind: 'link', href: part.url, children: [{ kind: 'text', text: part.url }] };
  if (part.strong) return { kind: 'strong', children: inner(part.strong) };
  if (part.del) return { kind: 'del', children: inner(part.del) };
  const em = part.em ?? part.under;
  return em ? { kind: 'em', children: inner(em) } : { kind: 'break' };
}
