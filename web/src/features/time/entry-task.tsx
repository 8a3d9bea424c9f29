import { Link } from '@tanstack/react-router';
import type { Task } from '@/api/types';
import { t } from '@/lib/i18n';

type Props = {
  taskId: string | null;
  /** Null when it is gone; undefined while it is loaded. */
  task: Task | null | undefined;
};

/** What an entry of time belongs to: a task, one that is gone, or the project as a whole. */
export function EntryTask({ taskId, task }: Props) {
  if (!taskId) return <span className="truncate">{t('time.wholeProject')}</span>;
  if (task === null) return <span className="truncate text-ink-3">{t('time.goneTask')}</span>;
  return (
    task && (
      <Link to="/t/$key" params={{ key: task.key }} className="entry-task">
        <span className="text-ink-3">{task.key}</span> {task.title}
      </Link>
    )
  );
}
