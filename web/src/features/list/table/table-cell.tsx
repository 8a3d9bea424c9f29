import { Check } from 'lucide-react';
import type { CustomField, Task } from '@/api/types';
import { Assignees, Labels } from '@/features/list/grid-cells';
import type { ProjectFacts } from '@/features/list/project-lookup';
import type { Column } from '@/features/list/table/table-columns';
import { valueType } from '@/features/projects/custom-field-queries';
import { BlockedMark } from '@/features/tasks/blocked-mark';
import { ownText } from '@/features/tasks/edit/own/own-values';
import { PriorityIcon } from '@/features/tasks/priority-icon';
import { StatusIcon } from '@/features/tasks/status-icon';
import { deadlineOf } from '@/features/tasks/task-deadline';
import { type Due, dueOf, isReviewState, priorityLabel } from '@/features/tasks/task-state';
import { type DateOnly, dayOf, shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import { Progress } from '@/ui/progress';

type Props = { task: Task; column: Column; facts: ProjectFacts; now: DateOnly };

function People({ task, facts }: Omit<Props, 'column' | 'now'>) {
  const names = task.assigneeIds.flatMap((id) => facts.people.get(id)?.displayName ?? []);
  if (names.length === 0) return null;
  return (
    <>
      <span className="contents" aria-hidden="true">
        <Assignees task={task} facts={facts} />
      </span>
      {names.length === 1 ? (
        <span className="truncate">{names[0]}</span>
      ) : (
        <span className="sr-only">{names.join(', ')}</span>
      )}
    </>
  );
}

function OwnCell({ task, field, facts, now }: { task: Task; field: CustomField; facts: ProjectFacts; now: DateOnly }) {
  const value: unknown = task.customFields?.[field.name];
  if (valueType(field) === 'checkbox' && field.required === 'never') {
    return value === true ? <Check size={15} aria-label={t('peek.yes')} /> : null;
  }
  const text = ownText(field, value, { members: facts.members, now });
  return text && <span className="truncate">{text}</span>;
}

const DueCell = ({ due }: { due: Due | null }) =>
  due && <span className={due.tone === 'plain' ? undefined : `due-${due.tone}`}>{due.text}</span>;

/** What a cell shows. An empty one shows nothing: a table full of "none" cannot be read. */
export function TableCell({ task, column, facts, now }: Props) {
  if (column.edit?.kind === 'own') return <OwnCell task={task} field={column.edit.field} facts={facts} now={now} />;
  switch (column.id) {
    case 'title':
      return (
        <>
          <span className="cells-key">{task.key}</span>
          <span className="truncate">{task.title}</span>
          {facts.blocked.has(task.id) && <BlockedMark />}
        </>
      );
    case 'status':
      return (
        <>
          <StatusIcon category={task.statusCategory} isReview={isReviewState(task.status, facts.states)} size={15} />
          <span className="truncate">
            {facts.states.find((state) => state.key === task.status)?.name ?? task.status}
          </span>
        </>
      );
    case 'priority':
      if (task.priority === 'none') return null;
      return (
        <>
          <span className="contents" aria-hidden="true">
            <PriorityIcon priority={task.priority} size={15} />
          </span>
          <span className="truncate">{priorityLabel(task.priority)}</span>
        </>
      );
    case 'assignee':
      return <People task={task} facts={facts} />;
    case 'labels':
      return <Labels task={task} facts={facts} />;
    case 'due':
      return <DueCell due={dueOf(task, now)} />;
    case 'deadline':
      return <DueCell due={deadlineOf(task, now)} />;
    case 'milestone':
      return <span className="truncate">{facts.milestones.find(({ id }) => id === task.milestoneId)?.name}</span>;
    case 'estimate':
      return task.estimateMinutes === null ? null : formatMinutes(task.estimateMinutes);
    case 'duration':
      return task.durationMinutes === null ? null : formatMinutes(task.durationMinutes);
    case 'difficulty':
      return task.difficulty;
    case 'progress':
      if (task.progress === 0 && task.steps.length === 0 && task.subtaskCount === 0) return null;
      return (
        <>
          <span className="flex-1">
            <Progress value={task.progress} label={t('table.progress')} />
          </span>
          <span className="text-xs text-ink-3">{task.progress} %</span>
        </>
      );
    case 'reporter':
      return <span className="truncate">{facts.people.get(task.reporterId)?.displayName}</span>;
    default: {
      const moment = {
        start: task.startAt,
        created: task.createdAt,
        updated: task.updatedAt,
        completed: task.completedAt,
      };
      const value = column.id in moment ? Reflect.get(moment, column.id) : null;
      return typeof value === 'string' && shortDate(dayOf(value), now);
    }
  }
}
