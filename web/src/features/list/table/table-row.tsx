import { type MouseEvent, memo, useLayoutEffect, useRef } from 'react';
import type { Task } from '@/api/types';
import type { ProjectFacts } from '@/features/list/project-lookup';
import { CellInput } from '@/features/list/table/cell-input';
import { TableCell } from '@/features/list/table/table-cell';
import type { Column } from '@/features/list/table/table-columns';
import { typedCell } from '@/features/list/table/typed-cell';
import type { DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Checkbox } from '@/ui/checkbox';

type Props = {
  task: Task;
  columns: readonly Column[];
  rowIndex: number;
  facts: ProjectFacts;
  now: DateOnly;
  isOpen: boolean;
  /** Which cell takes part in the Tab order, and whether it wants the focus now. */
  active: number | null;
  tick: number;
  isTyping: boolean;
  isChosen: boolean;
  /** Null: the reader may not change anything. */
  onToggle: ((id: string, isRange: boolean) => void) | null;
  onFocusCell: (rowIndex: number, column: number) => void;
  onAct: (task: Task, column: number, anchor: HTMLElement) => void;
  onOpen: (task: Task) => void;
  onTyped: (task: Task, column: number, text: string | null, step: 1 | -1 | 0) => void;
};

/** One task as cells. Drawn again only when something about it changes. */
export const TableRow = memo(function TableRow(props: Props) {
  const { task, columns, rowIndex, facts, now, active, tick, isTyping, isChosen, onToggle } = props;
  const row = useRef<HTMLDivElement>(null);

  // Rows are mounted as they come into sight: the focus goes to the cell once it is there.
  useLayoutEffect(() => {
    if (tick === 0 || active === null || isTyping) return;
    const cell = row.current?.children[active];
    if (cell instanceof HTMLElement) cell.focus({ preventScroll: true });
  }, [tick, active, isTyping]);

  const handleDouble = (event: MouseEvent<HTMLElement>, column: number) => {
    event.preventDefault();
    props.onAct(task, column, event.currentTarget);
  };
  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={rowIndex + 2}
      aria-selected={onToggle ? isChosen : undefined}
      className="cells-row"
      data-task-id={task.id}
      data-open={props.isOpen}
    >
      {columns.map((column, index) => {
        const isEdited = isTyping && active === index && typedCell(task, column) !== null;
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={index + 1}
            aria-readonly={column.edit === null || undefined}
            tabIndex={active === index ? 0 : -1}
            className="cells-cell"
            data-column={column.id}
            data-number={column.isNumber || undefined}
            onFocus={() => props.onFocusCell(rowIndex, index)}
            onClick={column.id === 'title' && !isEdited ? () => props.onOpen(task) : undefined}
            onDoubleClick={(event) => column.id !== 'title' && handleDouble(event, index)}
          >
            {index === 0 && onToggle && !isEdited && (
              <span
                className="cells-check"
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
                  isTabStop={active === index}
                  onChange={() => onToggle(task.id, false)}
                />
              </span>
            )}
            {isEdited ? (
              <CellInput
                cell={typedCell(task, column)}
                onDone={(text, step) => props.onTyped(task, index, text, step)}
              />
            ) : (
              <TableCell task={task} column={column} facts={facts} now={now} />
            )}
          </div>
        );
      })}
    </div>
  );
});
