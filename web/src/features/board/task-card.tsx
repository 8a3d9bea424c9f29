import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Task } from '@/api/types';
import { useBoardContext } from '@/features/board/board-context';
import { CardFace } from '@/features/board/card-face';
import { useCardDrag } from '@/features/board/use-card-drag';
import { t } from '@/lib/i18n';

type Props = {
  task: Task;
  position: number;
  count: number;
  isTabStop: boolean;
  isMoving: boolean;
  /** Changes when the board wants the focus on this card; zero otherwise. */
  focusTick: number;
};

export function TaskCard({ task, position, count, isTabStop, isMoving, focusTick }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const { openKey, onOpen, onFocusCard } = useBoardContext();
  const { isDragging, edge } = useCardDrag(ref, task.id, task.status);

  // A card that was moved is mounted anew in another lane: the focus follows it there.
  useLayoutEffect(() => {
    if (focusTick > 0) ref.current?.focus({ preventScroll: true });
  }, [focusTick]);

  // Phones would otherwise offer to save or share what is pressed for long.
  useEffect(() => {
    const element = ref.current;
    const prevent = (event: Event) => event.preventDefault();
    const isTouch = matchMedia('(pointer: coarse)').matches;
    if (isTouch) element?.addEventListener('contextmenu', prevent);
    return () => element?.removeEventListener('contextmenu', prevent);
  }, []);

  return (
    <div
      ref={ref}
      role="listitem"
      tabIndex={isTabStop ? 0 : -1}
      aria-setsize={count}
      aria-posinset={position}
      aria-label={t('board.card', { key: task.key, title: task.title })}
      aria-describedby="board-keys"
      className="card"
      data-task-id={task.id}
      data-open={openKey === task.key}
      data-dragging={isDragging}
      data-moving={isMoving}
      data-edge={edge ?? undefined}
      onFocus={() => onFocusCard(task.id)}
      onClick={() => onOpen(task)}
    >
      <CardFace task={task} />
    </div>
  );
}
