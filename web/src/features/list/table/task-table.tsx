import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useState } from 'react';
import type { Task } from '@/api/types';
import { BulkBar } from '@/features/list/bulk-bar';
import { useChangeTasks } from '@/features/list/change-tasks';
import type { FoundTasks } from '@/features/list/list-queries';
import type { ProjectLookup } from '@/features/list/project-lookup';
import { RefusedReport } from '@/features/list/refused-report';
import { OwnPicker } from '@/features/list/table/own-picker';
import type { Column, TableSort } from '@/features/list/table/table-columns';
import { TableHead } from '@/features/list/table/table-head';
import { TableRow } from '@/features/list/table/table-row';
import { useCellEdits } from '@/features/list/table/use-cell-edits';
import { useRowSelection } from '@/features/list/table/use-row-selection';
import { useTableKeys } from '@/features/list/table/use-table-keys';
import { type TaskField, TaskPicker } from '@/features/list/task-picker';
import { t } from '@/lib/i18n';
import { useStable } from '@/lib/use-stable';
import { useToday } from '@/lib/use-today';
import '@/styles/list.css';
import '@/styles/table.css';

type Props = {
  label: string;
  tasks: readonly Task[];
  columns: readonly Column[];
  /** Null where the query says the order. */
  sort: TableSort | null;
  lookup: ProjectLookup;
  mayEdit: boolean;
  openKey: string | undefined;
  onSort: (column: Column) => void;
  onOpen: (task: Task) => void;
  onEscape: () => void;
  onEnd: () => void;
  /** Whether more is found than is loaded. */
  isMore: boolean;
  found: FoundTasks;
  /** At the end of the bar of what is selected. */
  bulkExtra?: (tasks: readonly Task[]) => ReactNode;
};

const ROW_PX = 36;
const FIELDS: Record<string, TaskField> = { s: 'status', a: 'assignee', p: 'priority', l: 'labels', d: 'due' };

/** Tasks as rows and their properties as columns, each of which is changed in its place. */
export function TaskTable(props: Props) {
  const { label, tasks, columns, sort, lookup, mayEdit, openKey, onSort, onEscape, onEnd } = props;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const { change, remove } = useChangeTasks();
  const edits = useCellEdits({ columns, mayEdit, change });
  const selection = useRowSelection(tasks);
  const { selected } = selection;
  const now = useToday();
  const pageRows = Math.max(1, Math.floor((scroller?.clientHeight ?? 400) / ROW_PX) - 2);

  const onOpen = useStable(props.onOpen);
  const onAct = useStable((task: Task, column: number, anchor: HTMLElement) => {
    keys.noteFocus(tasks.indexOf(task), column);
    edits.edit(task, column, anchor);
  });
  const keys = useTableKeys({
    rows: tasks.length,
    columns: columns.length,
    pageRows,
    onEnter: ({ row, column }, anchor) => {
      const [task, head] = [tasks[row], columns[column]];
      keys.noteFocus(row, column);
      if (task) edits.edit(task, column, anchor);
      else if (head?.sort && sort) onSort(head);
    },
    onOpen: (row) => tasks[row] && onOpen(tasks[row]),
    onKey: (combo, row) => mayEdit && actOnSelection(combo, row),
    onEscape: () => (selected.length > 0 ? selection.clear() : onEscape()),
  });
  const { focus } = keys;
  const removeSelected = (gone: Task[]) => {
    selection.clear();
    void remove(gone);
  };
  const actOnSelection = (combo: string, row: number): boolean => {
    const [task, field] = [tasks[row], FIELDS[combo]];
    if (combo === 'mod+a') selection.toggleAll();
    else if ((combo === 'x' || combo === 'shift+x') && task) selection.toggle(task.id, combo !== 'x');
    else if (selected.length === 0) return false;
    else if (combo === 'delete') removeSelected(selected);
    else if (field) document.querySelector<HTMLElement>(`[data-bulk="${field}"]`)?.click();
    else return false;
    return true;
  };
  const onToggle = useStable(selection.toggle);
  const onFocusCell = useStable(keys.noteFocus);
  const onTyped = useStable((task: Task, column: number, text: string | null, step: 1 | -1 | 0) => {
    keys.focusCell(tasks.indexOf(task) + step, column);
    edits.saveTyped(task, column, text);
  });
  const refocus = () => setTimeout(() => keys.focusCell(focus.row, focus.column));

  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollPaddingStart: ROW_PX,
    scrollPaddingEnd: 8,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return focus.row < 0 || focus.row >= tasks.length || shown.includes(focus.row)
        ? shown
        : [...shown, focus.row].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();

  // The scroll position belongs to the browser.
  useEffect(() => {
    if (focus.tick === 0) return;
    if (focus.row >= 0) virtual.scrollToIndex(focus.row, { align: 'auto' });
    const cell = scroller?.querySelector<HTMLElement>(`.cells-head > :nth-child(${focus.column + 1})`);
    if (focus.column > 0) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    else if (scroller) scroller.scrollLeft = 0;
  }, [focus, virtual, scroller]);

  // The next page is asked for when the last rows come into sight.
  const isAtEnd = (items.at(-1)?.index ?? 0) >= tasks.length - 10;
  const count = tasks.length;
  useEffect(() => {
    if (isAtEnd && count > 0) onEnd();
  }, [isAtEnd, count, onEnd]);

  const template = columns.map((column) => `minmax(min(${column.width}px, 64vw), ${column.width}fr)`).join(' ');
  // Where the table is wider than the screen there is nothing to share out.
  const narrow = columns.map((column) => `min(${column.width}px, 64vw)`).join(' ');
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <>
      <div ref={setScroller} className="table-scroll" data-selecting={selected.length > 0}>
        <div
          role="grid"
          aria-label={label}
          aria-rowcount={tasks.length + 1}
          aria-colcount={columns.length}
          aria-multiselectable={mayEdit || undefined}
          className="cells-grid"
          style={{ '--least': `${width}px`, '--columns': template, '--narrow': narrow }}
          onKeyDown={keys.handleKey}
        >
          <TableHead
            columns={columns}
            sort={sort}
            active={focus.row === -1 ? focus.column : null}
            tick={focus.row === -1 ? focus.tick : 0}
            onFocusCell={onFocusCell}
            onSort={onSort}
            selection={mayEdit ? selection : null}
          />
          <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const task = tasks[index];
              if (!task) return null;
              const isActive = focus.row === index;
              return (
                <div
                  key={task.id}
                  role="presentation"
                  className="list-slot"
                  style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
                >
                  <TableRow
                    task={task}
                    columns={columns}
                    rowIndex={index}
                    facts={lookup(task.projectId)}
                    now={now}
                    isOpen={task.key === openKey}
                    active={isActive ? focus.column : null}
                    tick={isActive ? focus.tick : 0}
                    isTyping={isActive && edits.isTyping}
                    isChosen={selection.chosen.has(task.id)}
                    onToggle={mayEdit ? onToggle : null}
                    onFocusCell={onFocusCell}
                    onAct={onAct}
                    onOpen={onOpen}
                    onTyped={onTyped}
                  />
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {mayEdit && selected.length > 0 && (
        <BulkBar
          tasks={selected}
          extra={props.bulkExtra?.(selected)}
          found={selection.isAll && props.isMore ? props.found : null}
          onSelectAll={selection.selectAll}
          onPick={(field, picked, anchor) => edits.setRequest({ field, tasks: picked, anchor })}
          onRemove={removeSelected}
          onClear={selection.clear}
        />
      )}
      <RefusedReport />
      {edits.request && (
        <TaskPicker
          request={edits.request}
          lookup={lookup}
          onChange={(chosen, changeOf, text) => void change(chosen, changeOf, text)}
          onClose={() => {
            edits.setRequest(null);
            refocus();
          }}
        />
      )}
      {edits.ownRequest && (
        <OwnPicker
          request={edits.ownRequest}
          members={lookup(edits.ownRequest.task.projectId).members}
          onChoose={(value) => edits.ownRequest && edits.chooseOwn(edits.ownRequest, value)}
          onClose={() => {
            edits.setOwnRequest(null);
            refocus();
          }}
        />
      )}
      <p className="sr-only" role="note">
        {t('table.keys')}
      </p>
    </>
  );
}
