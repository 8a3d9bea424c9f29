import { closeRefused, useRefusedTasks } from '@/features/list/refused-tasks';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';

/** Which of many tasks were not changed, and why. */
export function RefusedReport() {
  const refused = useRefusedTasks();
  if (refused.length === 0) return null;
  return (
    <Dialog title={t('list.refused', { count: refused.length })} isOpen onClose={closeRefused} width={520}>
      <ul className="refused">
        {refused.map(({ task, reason }) => (
          <li key={task.id}>
            <span className="text-xs text-ink-3 tabular-nums">{task.key}</span>
            <span className="min-w-0 flex-1 truncate">{task.title}</span>
            <span className="text-xs text-danger">{reason}</span>
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <Button variant="primary" onClick={closeRefused}>
          {t('ui.close')}
        </Button>
      </div>
    </Dialog>
  );
}
