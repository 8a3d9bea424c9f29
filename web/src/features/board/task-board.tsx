import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { type BoardContext, BoardProvider } from '@/features/board/board-context';
import { useLoadMore, useMoveCard } from '@/features/board/board-queries';
import type { BoardState, Place } from '@/features/board/board-state';
import { useFoldedLanes } from '@/features/board/folded-lanes';
import { LaneTab, LaneView } from '@/features/board/lane-view';
import { useBoardDrop } from '@/features/board/use-board-drop';
import { useMoveMode } from '@/features/board/use-move-mode';
import { matcher, type TaskFilters } from '@/features/tasks/task-filters';
import { t } from '@/lib/i18n';
import { useStable } from '@/lib/use-stable';

const MoveMenu = lazy(() => import('@/features/board/move-menu').then((module) => ({ default: module.MoveMenu })));

type Props = {
  board: BoardState;
  filters: TaskFilters;
  /** The ids that a query has found; null without one. */
  found: ReadonlySet<string> | null;
  context: Omit<BoardContext, 'onFocusCard'>;
};

export function TaskBoard({ board, filters, found, context }: Props) {
  const ref = useRef<HTMLElement>(null);
  const [menuTask, setMenuTask] = useState<Task | null>(null);
  const { project, states } = context;
  const { folded, toggle } = useFoldedLanes(project.id, board.lanes);
  const moveCard = useMoveCard(project.id, context.onOpen);
  const { mutate: loadMore, isPending: isLoadingMore } = useLoadMore(project.id);

  const foldedKey = folded.join(',');
  const columns = useMemo(() => {
    const hidden = foldedKey.split(',');
    const matches = matcher(filters, context.now);
    const isShown = (id: string) => {
      const task = board.tasks[id];
      return task !== undefined && matches(task) && (found === null || found.has(id));
    };
    return board.lanes
      .filter((lane) => !hidden.includes(lane.status))
      .map((lane) => ({ status: lane.status, ids: lane.ids.filter(isShown) }));
  }, [board, filters, found, foldedKey, context.now]);

  const nameOf = (status: string) => states.find((state) => state.key === status)?.name ?? status;
  const idsOf = (status: string) => board.lanes.find((lane) => lane.status === status)?.ids ?? [];
  const handlePlace = (id: string, place: Place) => {
    const task = board.tasks[id];
    if (task) void moveCard({ task, place, columnName: nameOf(place.status) });
  };

  const keys = useMoveMode({
    columns,
    taskOf: (id) => board.tasks[id],
    nameOf,
    onOpen: context.onOpen,
    onMenu: setMenuTask,
    onPlace: handlePlace,
  });
  const lastIdOf = (status: string, exceptId: string) =>
    idsOf(status)
      .filter((id) => id !== exceptId)
      .at(-1);
  useBoardDrop(ref, lastIdOf, handlePlace);

  const onFocusCard = useStable(keys.noteFocus);
  const onFold = useStable(toggle);
  const handleEnd = useStable((status: string) => {
    const cursor = board.lanes.find((lane) => lane.status === status)?.nextCursor;
    if (cursor && !isLoadingMore) loadMore({ status, cursor });
  });
  const value = useMemo(() => ({ ...context, onFocusCard }), [context, onFocusCard]);

  return (
    <BoardProvider value={value}>
      <section
        ref={ref}
        className="board"
        aria-label={t('board.label')}
        onKeyDown={keys.handleKey}
        onPointerDown={keys.cancel}
      >
        <p id="board-keys" className="sr-only">
          {t('board.keys')}
        </p>
        {board.lanes.map((lane) => {
          const column = keys.shown.find((candidate) => candidate.status === lane.status);
          const name = nameOf(lane.status);
          // An empty hidden column takes no room; the Display menu brings it back.
          if (!column && lane.taskCount === 0) return null;
          if (!column) return <LaneTab key={lane.status} lane={lane} name={name} onUnfold={onFold} />;
          return (
            <LaneView
              key={lane.status}
              lane={lane}
              name={name}
              tasks={column.ids.flatMap((id) => board.tasks[id] ?? [])}
              focus={keys.focus}
              movingId={keys.movingId}
              onEnd={lane.nextCursor ? () => handleEnd(lane.status) : null}
              onFold={onFold}
            />
          );
        })}
      </section>
      {menuTask && (
        <Suspense>
          <MoveMenu
            task={menuTask}
            idsOf={idsOf}
            onPlace={handlePlace}
            onClose={() => {
              setMenuTask(null);
              setTimeout(() => keys.focusCard(menuTask.id));
            }}
          />
        </Suspense>
      )}
    </BoardProvider>
  );
}
