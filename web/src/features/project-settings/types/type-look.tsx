import type { TaskType } from '@/api/types';
import { coloursWith } from '@/features/projects/palette';
import { TYPE_ICONS, TypeIcon } from '@/features/tasks/type-icon';
import { t } from '@/lib/i18n';
import { Popover } from '@/ui/popover';
import { Swatches } from '@/ui/swatches';

type Props = { type: TaskType; onChange: (look: Partial<Pick<TaskType, 'icon' | 'color'>>) => void };

/** The mark of a type: its icon and its colour, chosen in place. */
export function TypeLook({ type, onChange }: Props) {
  const label = t('types.look', { name: type.name });
  return (
    <Popover
      label={label}
      trigger={
        <button type="button" className="colour-btn" aria-label={label}>
          <TypeIcon type={type} size={17} />
        </button>
      }
    >
      <div className="grid gap-3 p-2">
        <div className="icon-choices" role="radiogroup" aria-label={t('types.icon')}>
          {TYPE_ICONS.map((icon) => (
            <label key={icon} className="icon-choice">
              <input
                type="radio"
                name={`icon-${type.key}`}
                className="sr-only"
                aria-label={t(`types.icon.${icon}`)}
                checked={type.icon === icon}
                onChange={() => onChange({ icon })}
              />
              <TypeIcon type={{ ...type, icon }} size={17} />
            </label>
          ))}
        </div>
        <Swatches
          label={t('types.colour')}
          value={type.color}
          options={coloursWith(type.color)}
          onChange={(color) => onChange({ color })}
        />
      </div>
    </Popover>
  );
}
