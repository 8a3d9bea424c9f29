import { useQuery } from '@tanstack/react-query';
import type { SimilarTask } from '@/api/types';
import { workflowQuery } from '@/features/projects/project-queries';
import { similarTasksQuery } from '@/features/tasks/similar/similar-queries';
import { walkSimilar } from '@/features/tasks/similar/walk-similar';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isOpen } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import '@/lib/i18n-task';
import { useSettled } from '@/lib/use-settled';
import '@/styles/task.css';

const TYPING_MS = 250;

type Props = {
  projectId: string;
  title: string;
  /** The task that the title is for, if there is one already. */
  exceptId?: string;
  onOpen: (task: SimilarTask) => void;
};

/**
 * Tasks that are there already under a title like the one being written. They stand in nobody's way: a question that fails shows
 * nothing. The arrow keys walk to them from their field, `walkSimilar`.
 */
export function SimilarTasks({ projectId, title, exceptId, onOpen }: Props) {
  const query = similarTasksQuery(projectId, useSettled(title.trim(), TYPING_MS), exceptId);
  const { data } = useQuery(query);
  const found = title.trim() && query.enabled ? (data?.items ?? []) : [];
  const { data: states = [] } = useQuery({ ...workflowQuery(projectId), enabled: found.length > 0 });
  return (
    <>
      <p role="status" className={found.length > 0 ? 'text-xs text-ink-3' : 'sr-only'}>
        {found.length > 0 && t('peek.similar', { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul aria-label={t('peek.similarTasks')}>
          {found.map((task) => (
            <li key={task.id} className="subtask">
              {/* Pressing does not leave the field, so what is being renamed is not saved by looking at another task. */}
              <button
                type="button"
                className="subtask-open"
                data-done={!isOpen(task)}
                data-similar-stop
                onKeyDown={walkSimilar}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onOpen(task)}
              >
                <StatusIcon category={task.statusCategory} size={15} />
                <span className="flex-none text-xs text-ink-3 tabular-nums">{task.key}</span>
                <span className="min-w-0 flex-1 truncate">{task.title}</span>
                <span className="flex-none text-xs text-ink-3">
                  {states.find(({ key }) => key === task.status)?.name ?? task.status}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
