import { MethodBadge } from '@/features/docs/method-badge';
import type { ApiDocument, Operation, Parameter } from '@/features/docs/openapi';
import { curlOf } from '@/features/docs/openapi-example';
import { SchemaView } from '@/features/docs/schema-view';
import { t } from '@/lib/i18n';
import { Badge } from '@/ui/badge';
import { CopyButton } from '@/ui/copy-button';

function Parameters({ parameters }: { parameters: readonly Parameter[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard.
    <section className="docs-scroll" tabIndex={0} aria-label={t('docs.parameters')}>
      <table className="docs-table">
        <thead>
          <tr>
            <th>{t('docs.name')}</th>
            <th>{t('docs.in')}</th>
            <th>{t('docs.type')}</th>
            <th>{t('docs.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map((parameter) => (
            <tr key={`${parameter.place}:${parameter.name}`}>
              <td>
                <code>{parameter.name}</code>
                {parameter.isRequired && <span className="docs-required">{t('docs.required')}</span>}
              </td>
              <td>{parameter.place}</td>
              <td>
                <code className="docs-type">{parameter.type}</code>
              </td>
              <td>{parameter.meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Code({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard.
    <section className="docs-code" tabIndex={0} aria-label={label}>
      <pre>{text}</pre>
    </section>
  );
}

type Props = { operation: Operation; document: ApiDocument };

export function OperationView({ operation, document }: Props) {
  const { root } = document;
  const curl = curlOf(operation, window.location.origin);
  const { body } = operation;
  return (
    <article className="docs-body">
      <header className="grid gap-2">
        <h1>{operation.summary || operation.path}</h1>
        <p className="flex flex-wrap items-center gap-2">
          <MethodBadge method={operation.method} />
          <code className="docs-path">{operation.path}</code>
          {operation.isPublic && <Badge>{t('docs.public')}</Badge>}
          {operation.isDeprecated && <Badge tone="warn">{t('docs.deprecated')}</Badge>}
        </p>
        {operation.description && <p className="docs-prose">{operation.description}</p>}
      </header>
      {operation.parameters.length > 0 && (
        <section>
          <h2>{t('docs.parameters')}</h2>
          <Parameters parameters={operation.parameters} />
        </section>
      )}
      {body && (
        <section>
          <h2>
            {t('docs.body')} <span className="font-normal text-ink-3">{body.mediaType}</span>
          </h2>
          <SchemaView schema={body.schema} root={root} />
        </section>
      )}
      <section>
        <div className="flex items-center justify-between gap-2">
          <h2>{t('docs.example')}</h2>
          <CopyButton variant="ghost" text={curl} label={t('docs.copyCurl')} doneLabel={t('docs.copied')} />
        </div>
        <Code text={curl} label={t('docs.example')} />
      </section>
      <section>
        <h2>{t('docs.answers')}</h2>
        {operation.answers.map((answer) => (
          <details key={answer.status} className="docs-answer" open={answer.status.startsWith('2')}>
            <summary>
              <span className="docs-status" data-kind={answer.status.slice(0, 1)}>
                {answer.status}
              </span>
              {answer.meaning}
            </summary>
            {answer.schema ? (
              <div className="grid gap-3">
                <SchemaView schema={answer.schema} root={root} />
                <Code text={JSON.stringify(answer.example, null, 2)} label={`${t('docs.example')} ${answer.status}`} />
              </div>
            ) : (
              <p className="text-ink-3">{t('docs.noBody')}</p>
            )}
          </details>
        ))}
      </section>
    </article>
  );
}
