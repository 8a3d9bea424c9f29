import { typeName } from '@/features/docs/openapi';
import { isRecord, membersOf, type Node, resolve, text } from '@/features/docs/openapi-node';
import { t } from '@/lib/i18n';

type Props = { schema: unknown; root: Node; depth?: number };

const MOST_DEEP = 4;

/** What lies inside: the items of a list, the one real choice of a nullable. */
function inner(schema: unknown, root: Node): unknown {
  const node = resolve(schema, root);
  if (!node) return null;
  if (isRecord(node.items)) return inner(node.items, root);
  const choices = [node.oneOf, node.anyOf].find(Array.isArray);
  return choices
    ? inner(
        choices.find((choice: unknown) => isRecord(choice) && choice.type !== 'null'),
        root,
      )
    : node;
}

export function SchemaView({ schema, root, depth = 0 }: Props) {
  const { properties, required } = membersOf(inner(schema, root), root);
  if (properties.length === 0) return <code className="docs-type">{typeName(schema, root)}</code>;
  return (
    <ul className="schema">
      {properties.map(([name, member]) => {
        const hasInner = depth < MOST_DEEP && membersOf(inner(member, root), root).properties.length > 0;
        const line = (
          <>
            <code className="font-medium text-ink">{name}</code>
            <code className="docs-type">{typeName(member, root)}</code>
            {required.includes(name) && <span className="docs-required">{t('docs.required')}</span>}
          </>
        );
        const meaning = isRecord(member) ? text(member.description) : '';
        return (
          <li key={name}>
            {hasInner ? (
              <details>
                <summary>{line}</summary>
                {meaning && <p>{meaning}</p>}
                <SchemaView schema={member} root={root} depth={depth + 1} />
              </details>
            ) : (
              <>
                <div className="schema-line">{line}</div>
                {meaning && <p>{meaning}</p>}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
