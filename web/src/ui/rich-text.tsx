import { Check } from 'lucide-react';
import { Fragment, type ReactNode, useMemo } from 'react';
import { cx } from '@/lib/class-names';
import { type Block, type Inline, parseMarkdown } from '@/lib/markdown';

type Props = { text: string; className?: string };

/** Markdown to read. Drawn as elements: no text of a person ever becomes markup. */
export function RichText({ text, className }: Props) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return <div className={cx('rich', className)}>{blocks.map(drawBlock)}</div>;
}

function drawBlock(block: Block, index: number): ReactNode {
  switch (block.kind) {
    case 'heading':
      // Headings of a text lie below those of the page.
      return block.level <= 2 ? (
        <h4 key={index}>{block.children.map(drawInline)}</h4>
      ) : (
        <h5 key={index}>{block.children.map(drawInline)}</h5>
      );
    case 'list': {
      const items = block.items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items of a parsed text have no other name and no state.
        <li key={place} data-depth={item.depth || undefined} data-done={item.done ?? undefined}>
          {item.done !== null && (
            <span className="rich-box">{item.done && <Check size={11} aria-hidden="true" />}</span>
          )}
          {item.children.map(drawInline)}
        </li>
      ));
      return block.isOrdered ? (
        <ol key={index} start={block.start}>
          {items}
        </ol>
      ) : (
        <ul key={index}>{items}</ul>
      );
    }
    case 'quote':
      return <blockquote key={index}>{block.blocks.map(drawBlock)}</blockquote>;
    case 'code':
      return (
        <pre key={index}>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr key={index} />;
    default:
      return <p key={index}>{block.children.map(drawInline)}</p>;
  }
}

function drawInline(node: Inline, index: number): ReactNode {
  switch (node.kind) {
    case 'strong':
      return <strong key={index}>{node.children.map(drawInline)}</strong>;
    case 'em':
      return <em key={index}>{node.children.map(drawInline)}</em>;
    case 'del':
      return <del key={index}>{node.children.map(drawInline)}</del>;
    case 'code':
      return <code key={index}>{node.text}</code>;
    case 'mention':
      return (
        <span key={index} className="mention">
          @{node.name}
        </span>
      );
    case 'link':
      return (
        <a key={index} href={node.href} target="_blank" rel="noreferrer noopener nofollow">
          {node.children.map(drawInline)}
        </a>
      );
    case 'break':
      return <br key={index} />;
    default:
      return <Fragment key={index}>{node.text}</Fragment>;
  }
}
