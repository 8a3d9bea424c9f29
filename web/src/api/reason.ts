import { ApiError } from '@/api/api-error';
import { t } from '@/lib/i18n';

/** Why something did not work, in the server's words where it has some. */
export function reasonOf(fault: unknown): string {
  if (!(fault instanceof ApiError)) return fault instanceof Error ? fault.message : String(fault);
  if (fault.status === 0) return t('session.unreachable');
  if (fault.status === 429) return t('session.tooMany', { seconds: fault.retryAfterSeconds ?? 60 });
  return Object.values(fault.errors).flat()[0] ?? fault.detail;
}

/** The server's messages at one field. */
export const errorsAt = (fault: unknown, field: string): string[] | undefined =>
  fault instanceof ApiError ? fault.errors[field] : undefined;
