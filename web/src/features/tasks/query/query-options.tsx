import { cx } from '@/lib/class-names';
import { t } from '@/lib/i18n';

type Props = { id: string; options: readonly string[]; active: number; onChoose: (option: string) => void };

export const queryOptionId = (listId: string, index: number) => `${listId}-${index}`;

/** What could come next, below the field. The field keeps the focus and names the chosen row. */
export function QueryOptions({ id, options, active, onChoose }: Props) {
  return (
    <div id={id} role="listbox" aria-label={t('query.options')} className="query-options pop">
      {options.map((option, index) => (
        <div
          key={option}
          id={queryOptionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={cx('menu-item', index === active && 'bg-hover')}
          // Before the field loses its focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          <span className="truncate font-mono">{option}</span>
        </div>
      ))}
    </div>
  );
}
