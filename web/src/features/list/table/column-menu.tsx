import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { type Column, columnName, movedColumn, toggledColumn } from '@/features/list/table/table-columns';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { IconButton } from '@/ui/icon-button';
import { Popover } from '@/ui/popover';

type Props = { columns: readonly Column[]; all: readonly Column[]; onChange: (columns: Column[]) => void };

/** Which columns the table has, and in which order. */
export function ColumnMenu({ columns, all, onChange }: Props) {
  const shown = columns.filter((column) => column.id !== 'title');
  const hidden = all.filter(({ id }) => id !== 'title' && !shown.some((column) => column.id === id));
  const trigger = (
    <Button variant="ghost" className="!px-2">
      <Columns3 size={15} aria-hidden="true" />
      {t('table.columns')}
    </Button>
  );
  return (
    <Popover label={t('table.columns')} trigger={trigger} align="end">
      <div className="column-menu">
        {[...shown, ...hidden].map((column) => {
          const index = shown.indexOf(column);
          const name = columnName(column);
          return (
            <div key={column.id} className="column-choice">
              <label htmlFor={`column-${column.id}`} className="flex min-w-0 flex-1 items-center gap-2.5">
                <Checkbox
                  id={`column-${column.id}`}
                  isChecked={index >= 0}
                  onChange={() => onChange(toggledColumn(columns, column.id, all))}
                />
                <span className="truncate">{name}</span>
              </label>
              {index >= 0 && (
                <>
                  <IconButton
                    label={t('table.earlier', { name })}
                    disabled={index === 0}
                    onClick={() => onChange(movedColumn(columns, column.id, -1))}
                  >
                    <ArrowUp size={14} />
                  </IconButton>
                  <IconButton
                    label={t('table.later', { name })}
                    disabled={index === shown.length - 1}
                    onClick={() => onChange(movedColumn(columns, column.id, 1))}
                  >
                    <ArrowDown size={14} />
                  </IconButton>
                </>
              )}
            </div>
          );
        })}
      </div>
    </Popover>
  );
}
