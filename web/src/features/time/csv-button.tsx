import { Download } from 'lucide-react';
import { useState } from 'react';
import { download } from '@/api/download';
import { reasonOf } from '@/api/reason';
import type { Project } from '@/api/types';
import type { EntryFilter } from '@/features/time/entry-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { showToast } from '@/ui/toast-store';

/** The entries that are shown, as a table for a spreadsheet or an invoice. */
export function CsvButton({ project, filter }: { project: Project; filter: EntryFilter }) {
  const [isBusy, setIsBusy] = useState(false);
  const handleClick = async () => {
    setIsBusy(true);
    const name = [project.key.toLowerCase(), 'time', filter.from, filter.to].filter(Boolean).join('-');
    try {
      await download(`/api/projects/${project.id}/time-entries/export`, filter, `${name}.csv`);
    } catch (fault) {
      showToast(t('time.csvFailed', { reason: reasonOf(fault) }), { tone: 'danger' });
    }
    setIsBusy(false);
  };
  return (
    <Button isBusy={isBusy} onClick={() => void handleClick()}>
      <Download size={15} aria-hidden="true" /> <span className="max-phone:sr-only">{t('time.csv')}</span>
    </Button>
  );
}
