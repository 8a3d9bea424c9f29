import { Flag } from 'lucide-react';
import type { Task } from '@/api/types';
import { deadlineOf } from '@/features/tasks/task-deadline';
import type { DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';

/** The deadline of an open task, beside its title. */
export function DeadlineMark({ task, now }: { task: Task; now: DateOnly }) {
  const deadline = task.completedAt === null ? deadlineOf(task, now) : null;
  if (!deadline) return null;
  const text = t(deadline.isDueBehind ? 'list.dueBehindDeadline' : 'list.deadlineOn', { day: deadline.text });
  return (
    <span className={`deadline ${deadline.tone === 'plain' ? '' : `due-${deadline.tone}`}`} title={text}>
      <Flag size={13} aria-hidden="true" /> <span aria-hidden="true">{deadline.text}</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
