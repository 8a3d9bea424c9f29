import type { ErrorComponentProps } from '@tanstack/react-router';
import { ApiError } from '@/api/api-error';
import { t } from '@/lib/i18n';
import { ErrorState } from '@/ui/error-state';

/** Takes the place of one page; the shell around it stays alive. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const traceId = error instanceof ApiError ? error.traceId : null;
  return <ErrorState title={t('app.crashed')} detail={t('app.crashedText')} traceId={traceId} onRetry={reset} />;
}
