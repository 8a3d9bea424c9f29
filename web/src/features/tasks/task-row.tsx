import type { Task } from '@/api/types';
import { PriorityIcon } from '@/features/tasks/priority-icon';
import { StatusIcon } from '@/features/tasks/status-icon';
import { dueOf } from '@/features/tasks/task-state';
import { useToday } from '@/lib/use-today';

type Props = { task: Task; isReview?: boolean; onOpen: (task: Task) => void };

/** A task on one line. */
export function TaskRow({ task, isReview, onOpen }: Props) {
  const due = dueOf(task, useToday());
  return (
    <li>
      <button
        type="button"
        className="flex min-h-10 w-full items-center gap-3 rounded-md px-3 text-start hover:bg-hover"
        onClick={() => onOpen(task)}
      >
        <PriorityIcon priority={task.priority} />
        <span className="w-16 flex-none text-xs text-ink-3 tabular-nums">{task.key}</span>
        <StatusIcon category={task.statusCategory} isReview={isReview} />
        <span className="min-w-0 flex-1 truncate text-md">{task.title}</span>
        {due && (
          <span className={`flex-none text-xs ${due.tone === 'plain' ? 'text-ink-3' : `due-${due.tone}`}`}>
            {due.text}
          </span>
        )}
      </button>
    </li>
  );
}
