import { type Text, t } from '@/lib/i18n';

const REASONS: Record<string, Text> = {
  retries_exhausted: 'operations.reason.retries_exhausted',
  not_retryable: 'operations.reason.not_retryable',
  crash_loop: 'operations.reason.crash_loop',
  undeliverable: 'operations.reason.undeliverable',
  unsupported_version: 'operations.reason.unsupported_version',
  malformed: 'operations.reason.malformed',
  oversize: 'operations.reason.oversize',
};

/** Why an event was given up; a reason of a newer server is shown as it stands. */
export function reasonText(reason: string): string {
  const text = REASONS[reason];
  return text ? t(text) : reason;
}
