import { ArrowDown, ArrowUp } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { AnySort } from '@/features/list/list-order';
import type { Column } from '@/features/list/table/table-columns';
import { t } from '@/lib/i18n';

type Props = {
  columns: readonly Column[];
  /** Null where the query says the order. */
  sort: AnySort | null;
  active: number | null;
  tick: number;
  onFocusCell: (rowIndex: number, column: number) => void;
  onSort: (column: Column) => void;
};

/** The names of the columns; pressing one sorts by it, then the other way round, then not at all. */
export function TableHead({ columns, sort, active, tick, onFocusCell, onSort }: Props) {
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
            <span className="truncate">{t(column.text)}</span>
            {direction === 'ascending' && <ArrowUp size={13} aria-hidden="true" />}
            {direction === 'descending' && <ArrowDown size={13} aria-hidden="true" />}
          </div>
        );
      })}
    </div>
  );
}
