import { describe, expect, it } from 'vitest';
import { type Inline, parseInline, parseMarkdown } from '@/lib/markdown';

const plain = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) =>
      'children' in node
        ? plain(node.children)
        : 'text' in node
          ? node.text
          : node.kind === 'mention'
            ? node.name
            : '\n',
    )
    .join('');
const kinds = (text: string) => parseInline(text).map((node) => node.kind);

describe('Markdown', () => {
  it('finds strong, em, struck, code and plain text', () => {
    expect(kinds('a **b** *c* _d_ ~~e~~ `f`')).toEqual([
      'text',
      'strong',
      'text',
      'em',
      'text',
      'em',
      'text',
      'del',
      'text',
      'code',
    ]);
  });

  it.each(['snake_case_name', '2 * 3 * 4', '** not **', 'a\\*b', '`open', '[x](javascript:alert(1))', '<b>no</b>'])(
    'leaves %o as text',
    (text) => {
      expect(parseInline(text).every((node) => node.kind === 'text')).toBe(true);
      expect(plain(parseInline(text))).toBe(text.replace('\\', ''));
    },
  );

  it('keeps marks inside code as they are', () => {
    expect(parseInline('`**x**`')).toEqual([{ kind: 'code', text: '**x**' }]);
  });

  it('links only what opens safely, without the full stop behind it', () => {
    expect(parseInline('see https://a.example/b.')).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'link', href: 'https://a.example/b', children: [{ kind: 'text', text: 'https://a.example/b' }] },
      { kind: 'text', text: '.' },
    ]);
    expect(parseInline('[there](https://a.example)')[0]?.kind).toBe('link');
    expect(parseInline('[there](//evil.example)')[0]?.kind).toBe('text');
  });

  it('finds mentions', () => {
    const id = '01970001-0000-7000-8000-000000000001';
    expect(parseInline(`@[Ada Okafor](user:${id})`)).toEqual([
      { kind: 'mention', target: 'user', id, name: 'Ada Okafor' },
    ]);
  });

  it('parts blocks', () => {
    const blocks = parseMarkdown(
      '# A\ntext\nmore\n\n- [x] one\n- two\n  and on\n\n3. three\n\n> said\n\n```\n**raw**\n```\n---',
    );
    expect(blocks.map((block) => block.kind)).toEqual([
      'heading',
      'paragraph',
      'list',
      'list',
      'quote',
      'code',
      'rule',
    ]);
    expect(blocks[2]).toMatchObject({ isOrdered: false, items: [{ done: true }, { done: null }] });
    expect(blocks[3]).toMatchObject({ isOrdered: true, start: 3 });
    expect(blocks[5]).toEqual({ kind: 'code', text: '**raw**' });
  });

  it('is quick on hostile text', () => {
    const started = performance.now();
    for (const text of [
      '*'.repeat(20_000),
      '[a]('.repeat(5000),
      '`'.repeat(20_000),
      '> '.repeat(5000),
      '_a'.repeat(9000),
    ])
      parseMarkdown(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
