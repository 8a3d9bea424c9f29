import { CalendarDays, ListTree, MessageSquare, Paperclip, SquareCheck } from 'lucide-react';
import { memo } from 'react';
import type { Task } from '@/api/types';
import { useBoardContext } from '@/features/board/board-context';
import { BlockedMark } from '@/features/tasks/blocked-mark';
import { PriorityIcon } from '@/features/tasks/priority-icon';
import { dueOf, stepsDone } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { AvatarStack } from '@/ui/avatar-stack';
import { LabelChip } from '@/ui/label-chip';

function CardMeta({ task }: { task: Task }) {
  const { now } = useBoardContext();
  const due = dueOf(task, now);
  if (!due && task.steps.length + task.subtaskCount === 0 && task.commentCount === 0 && task.attachmentCount === 0)
    return null;
  return (
    <span className="card-meta">
      {due && (
        <span className={due.tone === 'plain' ? undefined : `due-${due.tone}`}>
          <CalendarDays size={14} aria-label={t('tasks.due')} /> {due.text}
        </span>
      )}
      {task.steps.length > 0 && (
        <span>
          <SquareCheck size={14} aria-label={t('board.steps')} /> {stepsDone(task)}/{task.steps.length}
        </span>
      )}
      {task.subtaskCount > 0 && (
        <span>
          <ListTree size={14} aria-label={t('board.subtasks')} /> {task.subtaskDoneCount}/{task.subtaskCount}
        </span>
      )}
      {task.commentCount > 0 && (
        <span>
          <MessageSquare size={14} aria-label={t('board.comments')} /> {task.commentCount}
        </span>
      )}
      {task.attachmentCount > 0 && (
        <span>
          <Paperclip size={14} aria-label={t('board.attachments')} /> {task.attachmentCount}
        </span>
      )}
    </span>
  );
}

/** What a card shows. Drawn again only when its task or the board's people, labels or day change. */
export const CardFace = memo(function CardFace({ task }: { task: Task }) {
  const { people, labelColours, blocked } = useBoardContext();
  const assignees = task.assigneeIds.flatMap((id) => {
    const member = people.get(id);
    return member ? [{ id, name: member.displayName, imageUrl: member.avatarUrl }] : [];
  });
  return (
    <>
      <span className="card-head">
        <PriorityIcon priority={task.priority} />
        <span className="card-key">{task.key}</span>
        {blocked.has(task.id) && <BlockedMark />}
        {assignees.length > 0 && <AvatarStack people={assignees} size={20} />}
      </span>
      <span className="card-title">{task.title}</span>
      <span className="card-foot">
        {task.labels.map((name) => (
          <LabelChip key={name} name={name} color={labelColours.get(name.toLowerCase()) ?? 'var(--ink-3)'} />
        ))}
        <CardMeta task={task} />
      </span>
    </>
  );
});
