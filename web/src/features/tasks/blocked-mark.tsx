import { Ban } from 'lucide-react';
import { t } from '@/lib/i18n';

/** Said of an open task that waits for another open one. */
export function BlockedMark() {
  return (
    <span className="blocked">
      <Ban size={13} aria-hidden="true" /> {t('tasks.blocked')}
    </span>
  );
}
