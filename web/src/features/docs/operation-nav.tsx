import { Search } from 'lucide-react';
import { useDeferredValue, useId, useState } from 'react';
import { MethodBadge } from '@/features/docs/method-badge';
import { findOperations, type Operation } from '@/features/docs/openapi';
import { t } from '@/lib/i18n';
import { Input } from '@/ui/input';

type Props = { operations: readonly Operation[]; chosen: string | undefined; onChoose: (id: string) => void };

function byTag(operations: readonly Operation[]): [string, Operation[]][] {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) groups.set(operation.tag, [...(groups.get(operation.tag) ?? []), operation]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

export function OperationNav({ operations, chosen, onChoose }: Props) {
  const id = useId();
  const [query, setQuery] = useState('');
  const found = findOperations(operations, useDeferredValue(query));
  return (
    <nav className="docs-nav" aria-label={t('docs.nav')}>
      <div className="docs-find">
        <Search size={15} aria-hidden="true" />
        <label htmlFor={id} className="sr-only">
          {t('docs.find')}
        </label>
        <Input
          id={id}
          type="search"
          placeholder={t('docs.find')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <p className="px-2 py-1 text-xs text-ink-3" role="status">
        {found.length > 0 ? t('docs.count', { count: found.length }) : t('docs.noMatch', { text: query })}
      </p>
      {byTag(found).map(([tag, group]) => (
        <section key={tag}>
          <h2>{tag || t('docs.other')}</h2>
          <ul>
            {group.map((operation) => (
              <li key={operation.id}>
                <button
                  type="button"
                  className="docs-link"
                  aria-current={operation.id === chosen || undefined}
                  onClick={() => onChoose(operation.id)}
                >
                  <MethodBadge method={operation.method} />
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{operation.summary || operation.path}</span>
                    <code className="block truncate">{operation.path.replace(/^\/api(\/v1)?/, '')}</code>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
