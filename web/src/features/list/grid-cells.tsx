import { MessageSquare, Paperclip, SquareCheck } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import type { Task } from '@/api/types';
import { DeadlineMark } from '@/features/list/deadline-mark';
import type { ProjectFacts } from '@/features/list/project-lookup';
import type { TaskField } from '@/features/list/task-picker';
import { BlockedMark } from '@/features/tasks/blocked-mark';
import { type Due, stepsDone } from '@/features/tasks/task-state';
import type { DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { AvatarStack } from '@/ui/avatar-stack';
import { CalendarGlyph } from '@/ui/calendar-glyph';
import { LabelChip } from '@/ui/label-chip';

type CellProps = {
  field: TaskField;
  label: string;
  /** Null: the reader may not change it. */
  onPick: ((field: TaskField, anchor: HTMLElement) => void) | null;
  isTabStop: boolean;
  className?: string;
  children: ReactNode;
};

/** A fact of the task; pressing it changes the fact. */
export function FactCell({ field, label, onPick, isTabStop, className = '', children }: CellProps) {
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    event.stopPropagation();
    onPick?.(field, event.currentTarget);
  };
  return (
    <span role="gridcell" className={`list-cell ${className}`}>
      {onPick ? (
        <button
          type="button"
          className="list-fact"
          data-field={field}
          aria-haspopup="dialog"
          tabIndex={isTabStop ? 0 : -1}
          onClick={handleClick}
        >
          <span className="sr-only">{label}</span>
          <span className="contents" aria-hidden="true">
            {children}
          </span>
        </button>
      ) : (
        <span className="list-fact">
          <span className="sr-only">{label}</span>
          <span className="contents" aria-hidden="true">
            {children}
          </span>
        </span>
      )}
    </span>
  );
}

type TitleProps = { task: Task; isBlocked: boolean; now: DateOnly; project: ReactNode };

export function TitleCell({ task, isBlocked, now, project }: TitleProps) {
  return (
    <span role="gridcell" className="list-title">
      <span className="list-words">{task.title}</span>
      {isBlocked && <BlockedMark />}
      <DeadlineMark task={task} now={now} />
      {project}
      <span className="list-meta">
        {task.steps.length > 0 && (
          <span>
            <SquareCheck size={14} aria-label={t('board.steps')} /> {stepsDone(task)}/{task.steps.length}
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
    </span>
  );
}

export function Labels({ task, facts }: { task: Task; facts: ProjectFacts }) {
  return task.labels.map((name) => (
    <LabelChip key={name} name={name} color={facts.labelColours.get(name.toLowerCase()) ?? 'var(--ink-3)'} />
  ));
}

export function DueText({ due }: { due: Due | null }) {
  if (!due) return <CalendarGlyph className="list-ghost" />;
  return (
    <span className={`flex items-center gap-1.5 ${due.tone === 'plain' ? 'text-ink-2' : `due-${due.tone}`}`}>
      <CalendarGlyph /> {due.text}
    </span>
  );
}

export function Assignees({ task, facts }: { task: Task; facts: ProjectFacts }) {
  const people = task.assigneeIds.flatMap((id) => {
    const member = facts.people.get(id);
    return member ? [{ id, name: member.displayName, imageUrl: member.avatarUrl }] : [];
  });
  if (people.length === 0) return <Avatar id="" name="" isDecorative />;
  return <AvatarStack people={people} size={22} />;
}
