import { ChevronsLeft, ChevronsRight, Ellipsis, Plus } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { AddTaskRow } from '@/features/board/add-task-row';
import { useBoardContext } from '@/features/board/board-context';
import type { Lane } from '@/features/board/board-state';
import { type CardFocus, LaneCards } from '@/features/board/lane-cards';
import { useLaneDrop } from '@/features/board/use-lane-drop';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';
import { Menu, MenuItem } from '@/ui/menu';

type Props = {
  lane: Lane;
  name: string;
  tasks: readonly Task[];
  focus: CardFocus;
  movingId: string | null;
  onEnd: (() => void) | null;
  onFold: (status: string) => void;
};

export const LaneView = memo(function LaneView({ lane, name, tasks, focus, movingId, onEnd, onFold }: Props) {
  const { states } = useBoardContext();
  const laneRef = useRef<HTMLElement>(null);
  // State, not a ref: the cards inside must be drawn again once their scroller exists.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const isOver = useLaneDrop(lane.status, laneRef, scroller);
  const [isAdding, setIsAdding] = useState(false);
  const isFiltered = lane.nextCursor === null && tasks.length !== lane.taskCount;
  const count = isFiltered
    ? t('board.countOf', { shown: tasks.length, count: lane.taskCount })
    : String(lane.taskCount);

  return (
    <section ref={laneRef} className="lane" data-over={isOver} data-lane={lane.status} aria-label={`${name}, ${count}`}>
      <header className="lane-head">
        <StatusIcon category={lane.category} isReview={isReviewState(lane.status, states)} />
        <h2 className="truncate text-sm">{name}</h2>
        <span className="text-ink-3 tabular-nums">{count}</span>
        <span className="flex-1" />
        <IconButton label={t('board.addTo', { column: name })} onClick={() => setIsAdding(true)}>
          <Plus size={16} />
        </IconButton>
        <Menu
          align="end"
          trigger={
            <button type="button" className="icon-btn" aria-label={t('board.columnMenu', { column: name })}>
              <Ellipsis size={16} />
            </button>
          }
        >
          <MenuItem icon={<Plus size={16} />} onSelect={() => setTimeout(() => setIsAdding(true))}>
            {t('board.add')}
          </MenuItem>
          <MenuItem icon={<ChevronsRight size={16} />} onSelect={() => onFold(lane.status)}>
            {t('board.fold')}
          </MenuItem>
        </Menu>
      </header>
      {isAdding && <AddTaskRow status={lane.status} onClose={() => setIsAdding(false)} />}
      {/* The arrows move between cards, so the list itself is not a tab stop even where browsers make scrollers one. */}
      <div ref={setScroller} className="lane-scroll" role="list" tabIndex={-1} aria-label={name}>
        {scroller && <LaneCards tasks={tasks} scroller={scroller} focus={focus} movingId={movingId} onEnd={onEnd} />}
      </div>
    </section>
  );
});

type TabProps = { lane: Lane; name: string; onUnfold: (status: string) => void };

/** A hidden column: still shows its count, still takes a dropped card. */
export function LaneTab({ lane, name, onUnfold }: TabProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const isOver = useLaneDrop(lane.status, ref);
  return (
    <button
      ref={ref}
      type="button"
      className="lane-tab"
      data-over={isOver}
      aria-label={t('board.unfold', { column: name, count: lane.taskCount })}
      onClick={() => onUnfold(lane.status)}
    >
      <ChevronsLeft size={15} aria-hidden="true" />
      <span>
        {name} {lane.taskCount}
      </span>
    </button>
  );
}
