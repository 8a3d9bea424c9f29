import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Project, Task } from '@/api/types';
import { BulkBar } from '@/features/list/bulk-bar';
import { useChangeTasks } from '@/features/list/change-tasks';
import { type GridGroup, toRows } from '@/features/list/grid-rows';
import { GridTaskRow } from '@/features/list/grid-task-row';
import { GroupBar } from '@/features/list/group-bar';
import type { FoundTasks } from '@/features/list/list-queries';
import type { ProjectLookup } from '@/features/list/project-lookup';
import { RefusedReport } from '@/features/list/refused-report';
import { type PickRequest, type TaskField, TaskPicker } from '@/features/list/task-picker';
import { useFoldedGroups } from '@/features/list/use-folded-groups';
import { useGridKeys } from '@/features/list/use-grid-keys';
import { t } from '@/lib/i18n';
import { useStable } from '@/lib/use-stable';
import { useToday } from '@/lib/use-today';
import '@/styles/list.css';

type Props = {
  label: string;
  /** Under which folded groups are remembered. */
  name: string;
  groups: readonly GridGroup[];
  lookup: ProjectLookup;
  /** Given where the list mixes projects, so that each row names its own. */
  projectOf?: (task: Task) => Project | null;
  mayEdit: boolean;
  openKey: string | undefined;
  onOpen: (task: Task) => void;
  onEscape: () => void;
  onEnd: (groupId: string) => void;
  found: FoundTasks;
  /** At the end of the bar of what is selected. */
  bulkExtra?: (tasks: readonly Task[]) => ReactNode;
};

const GROUP_PX = 44;
const rowHeight = () => (matchMedia('(width < 768px)').matches ? 52 : 40);

/** Tasks as rows under group bars. Only what is on the screen is mounted, and the focused row. */
export function TaskGrid(props: Props) {
  const { label, name, groups, lookup, projectOf, mayEdit, openKey, onEscape, onEnd } = props;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [request, setRequest] = useState<PickRequest | null>(null);
  const [rowPx] = useState(rowHeight);
  const { folded, toggle: fold } = useFoldedGroups(name);
  const { change, remove } = useChangeTasks();
  const now = useToday();
  const rows = toRows(groups, folded);
  const keyLength = rows.reduce((most, row) => Math.max(most, row.kind === 'task' ? row.task.key.length : 0), 0);

  const pick = useStable((field: TaskField, tasks: Task[], anchor: HTMLElement) =>
    setRequest({ field, tasks, anchor }),
  );
  /** By key the picker stands at the bar of the selection, else at the row's own cell. */
  const pickByKey = (field: TaskField, tasks: Task[]) => {
    const single = tasks.length === 1 ? `[data-task-id="${tasks[0]?.id}"] [data-field="${field}"]` : null;
    const anchor = document.querySelector<HTMLElement>(`[data-bulk="${field}"]${single ? `, ${single}` : ''}`);
    if (anchor) pick(field, tasks, anchor);
  };
  const removeTasks = (tasks: Task[]) => {
    const last = rows.findLastIndex((row) => tasks.some((task) => task.id === row.id));
    const next = rows[last + 1] ?? rows[last - tasks.length];
    keys.clear();
    if (next) keys.focusRow(next.id);
    void remove(tasks);
  };
  const onOpen = useStable(props.onOpen);
  const onFold = useStable(fold);
  const keys = useGridKeys({ rows, mayEdit, onOpen, onFold, onPick: pickByKey, onRemove: removeTasks, onEscape });
  const onToggle = useStable(keys.toggle);
  const onFocusRow = useStable(keys.noteFocus);

  const focusIndex = rows.findIndex((row) => row.id === keys.focus.id);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? GROUP_PX : rowPx),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    scrollPaddingEnd: keys.selected.length > 0 ? 64 : 8,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return focusIndex < 0 || shown.includes(focusIndex) ? shown : [...shown, focusIndex].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const { focus } = keys;

  // Sizes are kept by position: when bars stand elsewhere, the rows need to be measured again.
  const shape = rows.flatMap((row, index) => (row.kind === 'group' ? index : [])).join();
  const measured = useRef(shape);
  useEffect(() => {
    if (measured.current === shape) return;
    measured.current = shape;
    virtual.measure();
  }, [shape, virtual]);

  // The scroll position belongs to the browser.
  useEffect(() => {
    if (focusIndex >= 0 && focus.tick > 0) virtual.scrollToIndex(focusIndex, { align: 'auto' });
  }, [focus.tick, focusIndex, virtual]);

  // The next page of a group is asked for when its last rows come into sight.
  const ending = groups.find((group) => {
    if (!group.isMore || folded.has(group.id)) return false;
    const lastId = group.tasks.at(-1)?.id;
    const lastIndex = rows.findIndex((row) => row.id === lastId);
    return items.some((item) => item.index >= lastIndex - 10 && item.index <= lastIndex);
  });
  const endingId = ending?.id;
  const endingCount = ending?.tasks.length ?? 0;
  useEffect(() => {
    if (endingId !== undefined && endingCount >= 0) onEnd(endingId);
  }, [endingId, endingCount, onEnd]);

  return (
    <>
      <div ref={setScroller} className="list-scroll" data-selecting={keys.selected.length > 0}>
        <div
          role="treegrid"
          aria-label={label}
          aria-rowcount={rows.length}
          aria-multiselectable={mayEdit || undefined}
          className="relative"
          style={{ height: virtual.getTotalSize(), '--key-length': keyLength }}
          onKeyDown={keys.handleKey}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            const shared = {
              rowIndex: item.index + 1,
              isTabStop: focusIndex >= 0 ? item.index === focusIndex : item.index === 0,
              focusTick: row.id === focus.id ? focus.tick : 0,
              onFocusRow,
            };
            return (
              <div
                key={row.id}
                role="presentation"
                className="list-slot"
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                {row.kind === 'group' ? (
                  <GroupBar {...shared} group={row.group} isFolded={row.isFolded} onFold={onFold} />
                ) : (
                  <GridTaskRow
                    {...shared}
                    task={row.task}
                    facts={lookup(row.task.projectId)}
                    project={projectOf?.(row.task) ?? null}
                    now={now}
                    mayEdit={mayEdit}
                    isChosen={keys.chosen.has(row.id)}
                    isOpen={row.task.key === openKey}
                    onOpen={onOpen}
                    onToggle={onToggle}
                    onPick={pick}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
      {mayEdit && keys.selected.length > 0 && (
        <BulkBar
          tasks={keys.selected}
          extra={props.bulkExtra?.(keys.selected)}
          found={keys.isAll && groups.some(({ isMore }) => isMore) ? props.found : null}
          onSelectAll={keys.selectAll}
          onPick={pick}
          onRemove={removeTasks}
          onClear={keys.clear}
        />
      )}
      {request && (
        <TaskPicker
          request={request}
          lookup={lookup}
          onChange={(tasks, changeOf, text) => void change(tasks, changeOf, text)}
          onClose={() => {
            setRequest(null);
            if (focus.id) setTimeout(() => keys.focusRow(focus.id ?? ''));
          }}
        />
      )}
      <RefusedReport />
      <p className="sr-only" role="note">
        {t('list.keys')}
      </p>
    </>
  );
}
