import { memo, useLayoutEffect, useRef } from 'react';
import type { Project, Task } from '@/api/types';
import { Assignees, DueText, FactCell, Labels, TitleCell } from '@/features/list/grid-cells';
import type { ProjectFacts } from '@/features/list/project-lookup';
import type { TaskField } from '@/features/list/task-picker';
import { ProjectMark } from '@/features/projects/project-mark';
import { PriorityIcon } from '@/features/tasks/priority-icon';
import { StatusIcon } from '@/features/tasks/status-icon';
import { dueOf, isReviewState, priorityLabel } from '@/features/tasks/task-state';
import type { DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Checkbox } from '@/ui/checkbox';

type Props = {
  task: Task;
  rowIndex: number;
  facts: ProjectFacts;
  /** Named in lists that mix projects. */
  project: Project | null;
  now: DateOnly;
  mayEdit: boolean;
  isChosen: boolean;
  isOpen: boolean;
  isTabStop: boolean;
  /** Changes when the list wants the focus on this row; zero otherwise. */
  focusTick: number;
  onOpen: (task: Task) => void;
  onToggle: (id: string, isRange: boolean) => void;
  onPick: (field: TaskField, tasks: Task[], anchor: HTMLElement) => void;
  onFocusRow: (id: string) => void;
};

/** One task on one line. Drawn again only when something about it changes. */
export const GridTaskRow = memo(function GridTaskRow(props: Props) {
  const { task, facts, project, now, mayEdit, isChosen, isTabStop, focusTick, onPick, onToggle } = props;
  const ref = useRef<HTMLDivElement>(null);
  const due = dueOf(task, now);
  const stateName = facts.states.find((state) => state.key === task.status)?.name ?? task.status;
  const names = task.assigneeIds.flatMap((id) => facts.people.get(id)?.displayName ?? []);
  const isReview = isReviewState(task.status, facts.states);
  const pick = mayEdit ? (field: TaskField, anchor: HTMLElement) => onPick(field, [task], anchor) : null;

  // Rows are mounted as they come into sight: the focus goes to the row once it is there.
  useLayoutEffect(() => {
    if (focusTick > 0) ref.current?.focus({ preventScroll: true });
  }, [focusTick]);

  const cell = { onPick: pick, isTabStop };
  return (
    <div
      ref={ref}
      role="row"
      aria-level={2}
      tabIndex={isTabStop ? 0 : -1}
      aria-rowindex={props.rowIndex}
      aria-selected={mayEdit ? isChosen : undefined}
      aria-label={t('list.row', { key: task.key, title: task.title, status: stateName })}
      className="list-row"
      data-task-id={task.id}
      data-open={props.isOpen}
      onFocus={() => props.onFocusRow(task.id)}
      onClick={() => props.onOpen(task)}
    >
      {mayEdit && (
        <span role="gridcell" className="list-check">
          <span
            className="flex"
            onClick={(event) => event.stopPropagation()}
            onClickCapture={(event) => {
              if (!event.shiftKey) return;
              event.stopPropagation();
              onToggle(task.id, true);
            }}
          >
            <Checkbox
              isChecked={isChosen}
              label={t('list.select', { key: task.key })}
              isTabStop={isTabStop}
              onChange={() => onToggle(task.id, false)}
            />
          </span>
        </span>
      )}
      <FactCell {...cell} field="priority" label={`${t('tasks.priority')}: ${priorityLabel(task.priority)}`}>
        <PriorityIcon priority={task.priority} />
      </FactCell>
      <span role="gridcell" className="list-key">
        {task.key}
      </span>
      <FactCell {...cell} field="status" label={`${t('tasks.status')}: ${stateName}`}>
        <StatusIcon category={task.statusCategory} isReview={isReview} />
      </FactCell>
      <TitleCell
        task={task}
        now={now}
        isBlocked={facts.blocked.has(task.id)}
        project={
          project && (
            <span className="list-project">
              <ProjectMark project={project} size={10} /> {project.name}
            </span>
          )
        }
      />
      <FactCell
        {...cell}
        field="labels"
        className="list-labels"
        label={`${t('tasks.labels')}: ${task.labels.join(', ') || t('tasks.none')}`}
      >
        <Labels task={task} facts={facts} />
      </FactCell>
      <FactCell {...cell} field="due" className="list-due" label={`${t('tasks.due')}: ${due?.text ?? t('ui.noDate')}`}>
        <DueText due={due} />
      </FactCell>
      <FactCell
        {...cell}
        field="assignee"
        className="list-people"
        label={`${t('tasks.assignee')}: ${names.join(', ') || t('tasks.unassigned')}`}
      >
        <Assignees task={task} facts={facts} />
      </FactCell>
    </div>
  );
});
