import { ArrowDown, ArrowUp } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { type Column, columnName, type TableSort } from '@/features/list/table/table-columns';
import type { RowSelection } from '@/features/list/table/use-row-selection';
import { t } from '@/lib/i18n';
import { Checkbox } from '@/ui/checkbox';

type Props = {
  columns: readonly Column[];
  /** Null where the query says the order. */
  sort: TableSort | null;
  active: number | null;
  tick: number;
  onFocusCell: (rowIndex: number, column: number) => void;
  onSort: (column: Column) => void;
  /** Null: the reader may not change anything. */
  selection: Pick<RowSelection, 'selected' | 'isAll' | 'toggleAll'> | null;
};

/** The names of the columns; pressing one sorts by it, then the other way round, then not at all. */
export function TableHead({ columns, sort, active, tick, onFocusCell, onSort, selection }: Props) {
  const row = useRef<HTMLDivElement>(null);

  // The focus is outside React: it comes here from the first row by the arrow key.
  useLayoutEffect(() => {
    if (tick === 0 || active === null) return;
    const cell = row.current?.children[active];
    if (cell instanceof HTMLElement) cell.focus({ preventScroll: true });
  }, [tick, active]);

  return (
    <div ref={row} role="row" aria-rowindex={1} className="cells-row cells-head">
      {columns.map((column, index) => {
        const direction = column.sort === sort ? 'ascending' : sort === `-${column.sort}` ? 'descending' : undefined;
        const isSortable = column.sort !== null && sort !== null;
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={isSortable ? (direction ?? 'none') : undefined}
            tabIndex={active === index ? 0 : -1}
            className="cells-cell"
            data-column={column.id}
            data-number={column.isNumber || undefined}
            data-sortable={isSortable || undefined}
            onFocus={() => onFocusCell(-1, index)}
            onClick={() => isSortable && onSort(column)}
          >
            {index === 0 && selection && (
              <span className="cells-check" onClick={(event) => event.stopPropagation()}>
                <Checkbox
                  isChecked={selection.isAll || (selection.selected.length > 0 && 'indeterminate')}
                  label={t('list.selectAll')}
                  isTabStop={active === index}
                  onChange={selection.toggleAll}
                />
              </span>
            )}
            <span className="truncate">{columnName(column)}</span>
            {direction === 'ascending' && <ArrowUp size={13} aria-hidden="true" />}
            {direction === 'descending' && <ArrowDown size={13} aria-hidden="true" />}
          </div>
        );
      })}
    </div>
  );
}
