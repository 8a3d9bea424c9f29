import { DayPicker } from 'react-day-picker';
import type { DateOnly } from '@/lib/dates';

type Props = { value: DateOnly | null; onChange: (value: DateOnly | null) => void; weekStartsOn?: 0 | 1 | 6 };

// The picker speaks Date. Noon keeps the calendar day whatever the zone; nothing outside this file sees it.
const toDate = (value: DateOnly) => new Date(`${value}T12:00:00`);
const pad = (part: number) => String(part).padStart(2, '0');
const toDateOnly = (date: Date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

export function Calendar({ value, onChange, weekStartsOn = 1 }: Props) {
  return (
    <DayPicker
      mode="single"
      className="calendar relative p-2"
      weekStartsOn={weekStartsOn}
      showOutsideDays
      selected={value ? toDate(value) : undefined}
      defaultMonth={value ? toDate(value) : undefined}
      onSelect={(date) => onChange(date ? toDateOnly(date) : null)}
      classNames={{
        nav: 'absolute end-2 top-2 flex gap-1',
        chevron: 'inline size-4 fill-current',
        month_caption: 'flex h-8 items-center ps-2 font-semibold',
        weekday: 'h-6 text-2xs font-medium text-ink-3',
        day: 'p-0 text-center',
      }}
    />
  );
}
