import { Plus, X } from 'lucide-react';
import {
  fromField,
  nextStretch,
  type Stretch,
  toField,
  type Weekday,
  weekdayText,
} from '@/features/project-settings/calendar/week';
import { t } from '@/lib/i18n';
import { Checkbox } from '@/ui/checkbox';
import { IconButton } from '@/ui/icon-button';

type Props = {
  day: Weekday;
  hours: readonly Stretch[];
  /** Null: the reader may not change it. */
  onChange: ((hours: Stretch[]) => void) | null;
};

/** A weekday: free, or with the hours in which is worked. */
export function DayRow({ day, hours, onChange }: Props) {
  const name = weekdayText(day);
  const next = nextStretch(hours);
  const set = (index: number, end: 'from' | 'to', value: string) => {
    if (value) onChange?.(hours.map((stretch, at) => (at === index ? { ...stretch, [end]: value } : stretch)));
  };
  return (
    <li className="calendar-day">
      {onChange ? (
        <label className="calendar-name" htmlFor={`day-${day}`}>
          <Checkbox
            id={`day-${day}`}
            isChecked={hours.length > 0}
            onChange={(isOn) => onChange(isOn && next ? [next] : [])}
          />
          {name}
        </label>
      ) : (
        <span className="calendar-name">{name}</span>
      )}
      <div className="calendar-hours">
        {hours.length === 0 && <span className="text-ink-3">{t('calendar.free')}</span>}
        {hours.map((stretch, index) => (
          <span key={stretch.from} className="calendar-stretch">
            {onChange ? (
              <>
                {(['from', 'to'] as const).map((end) => (
                  <input
                    key={`${end}-${stretch[end]}`}
                    type="time"
                    className="input !w-auto"
                    aria-label={t(end === 'from' ? 'calendar.from' : 'calendar.to', { day: name })}
                    defaultValue={toField(stretch[end])}
                    onBlur={(event) => {
                      const value = fromField(event.target.value, end === 'to');
                      if (value !== stretch[end]) set(index, end, value);
                    }}
                  />
                ))}
                <IconButton
                  label={t('calendar.removeHours', { day: name, from: stretch.from, to: stretch.to })}
                  onClick={() => onChange(hours.filter((_other, at) => at !== index))}
                >
                  <X size={14} />
                </IconButton>
              </>
            ) : (
              `${stretch.from} – ${stretch.to}`
            )}
          </span>
        ))}
        {onChange && hours.length > 0 && next && (
          <IconButton label={t('calendar.addHours', { day: name })} onClick={() => onChange([...hours, next])}>
            <Plus size={15} />
          </IconButton>
        )}
      </div>
    </li>
  );
}
