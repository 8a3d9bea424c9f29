import type { ScheduledTask, Task } from '@/api/types';
import { rangeHas, type Span } from '@/features/list/timeline/time-scale';
import { isDueBehind } from '@/features/tasks/task-deadline';
import { type DateOnly, dayOf, daysBetween, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';

type Props = { task: Task; range: Span; dayPx: number; now: DateOnly; planned: ScheduledTask | null };

/** The end of the day of a task's deadline, in the lane of its bar; red where the task cannot keep it or is planned not to. */
export function DeadlineLine({ task, range, dayPx, now, planned }: Props) {
  if (!task.deadlineAt || task.completedAt !== null) return null;
  const day = dayOf(task.deadlineAt);
  if (!rangeHas(range, day)) return null;
  const isMissed = day < now || isDueBehind(task) || (planned !== null && planned.missedMinutes > 0);
  const text = t(isMissed ? 'timeline.deadlineMissed' : 'timeline.deadline', { day: shortDate(day, now) });
  return (
    <span
      className="time-deadline"
      data-missed={isMissed || undefined}
      title={text}
      style={{ insetInlineStart: (daysBetween(range.start, day) + 1) * dayPx }}
    >
      <span className="sr-only">{text}</span>
    </span>
  );
}
