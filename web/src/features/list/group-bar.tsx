import { ChevronDown, ChevronRight, Plus } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { type GridGroup, groupRowId } from '@/features/list/grid-rows';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';

type Props = {
  group: GridGroup;
  rowIndex: number;
  isFolded: boolean;
  isTabStop: boolean;
  focusTick: number;
  onFold: (groupId: string) => void;
  onFocusRow: (id: string) => void;
};

export const countOf = (group: Pick<GridGroup, 'tasks' | 'isMore'>) =>
  group.isMore ? `${group.tasks.length}+` : `${group.tasks.length}`;

export function GroupBar({ group, rowIndex, isFolded, isTabStop, focusTick, onFold, onFocusRow }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const Chevron = isFolded ? ChevronRight : ChevronDown;

  // As in the rows: focus follows once the bar is mounted.
  useLayoutEffect(() => {
    if (focusTick > 0) ref.current?.focus({ preventScroll: true });
  }, [focusTick]);

  return (
    <div
      ref={ref}
      role="row"
      aria-level={1}
      tabIndex={isTabStop ? 0 : -1}
      aria-rowindex={rowIndex}
      aria-expanded={!isFolded}
      aria-label={t('list.group', { title: group.title, count: countOf(group) })}
      className="list-group"
      onFocus={() => onFocusRow(groupRowId(group.id))}
      onClick={() => onFold(group.id)}
    >
      <span role="gridcell" className="flex min-w-0 flex-1 items-center gap-2.5">
        <Chevron size={15} className="flex-none text-ink-3" aria-hidden="true" />
        {group.icon}
        <strong className={group.tone === 'late' ? 'text-danger' : undefined}>{group.title}</strong>
        <span className="text-ink-3 tabular-nums">{countOf(group)}</span>
      </span>
      {group.onAdd && (
        <span role="gridcell" onClick={(event) => event.stopPropagation()}>
          <IconButton
            label={t('board.addTo', { column: group.title })}
            tabIndex={isTabStop ? 0 : -1}
            onClick={group.onAdd}
          >
            <Plus size={16} />
          </IconButton>
        </span>
      )}
    </div>
  );
}
