import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import { OperationNav } from '@/features/docs/operation-nav';
import { OperationView } from '@/features/docs/operation-view';
import { useOpenApi } from '@/features/docs/use-openapi';
import { t } from '@/lib/i18n';
import '@/features/docs/docs.css';
import '@/lib/i18n-docs';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';

export function DocsPage() {
  const { op } = useSearch({ from: '/docs' });
  const navigate = useNavigate({ from: '/docs' });
  const { document, error, retry } = useOpenApi();
  const operation = document?.operations.find((candidate) => candidate.id === op);
  const Title = operation ? 'strong' : 'h1';
  return (
    <div className="docs">
      <header className="docs-bar">
        <img src="/icon.svg" alt="" width={22} height={22} />
        <Title className="flex-1 font-semibold">
          <Link to="/docs">{t('docs.title')}</Link>
          {document?.version && (
            <span className="ms-2 font-normal text-ink-3">{t('docs.version', { version: document.version })}</span>
          )}
        </Title>
        <a className="link hidden phone:inline" href="/openapi/v1.json">
          {t('docs.raw')}
        </a>
        <Link to="/" className="btn btn-default">
          {t('docs.open')}
        </Link>
      </header>
      {document && (
        <OperationNav
          operations={document.operations}
          chosen={op}
          onChoose={(id) => void navigate({ search: { op: id } })}
        />
      )}
      <main className="docs-main" data-empty={!operation} key={op}>
        {error && <ErrorState title={t('docs.failed')} detail={error.message} onRetry={retry} />}
        {!document && !error && <Skeleton height={240} />}
        {document &&
          (operation ? (
            <>
              <Link to="/docs" className="link mb-4 inline-block phone:hidden">
                {t('docs.nav')}
              </Link>
              <OperationView operation={operation} document={document} />
            </>
          ) : (
            <EmptyState
              icon={<BookOpen size={22} />}
              title={t('docs.hello')}
              text={`${t('docs.helloText')} ${t('docs.token')}`}
            />
          ))}
      </main>
    </div>
  );
}
