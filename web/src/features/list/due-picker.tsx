import { lazy, Suspense } from 'react';
import { addDays, type DateOnly, dayOf, daysBetween } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';

const Calendar = lazy(() => import('@/ui/calendar').then((module) => ({ default: module.Calendar })));

type Props = { value: string | null; onChange: (value: DateOnly | null) => void };

/** Monday of the week after the given day; 1970-01-01 was a Thursday. */
const nextMonday = (day: DateOnly) => addDays(day, 7 - ((daysBetween('1970-01-01', day) + 3) % 7));

export function DuePicker({ value, onChange }: Props) {
  const now = useToday();
  return (
    <>
      <div className="flex flex-wrap gap-1 p-1">
        <Button variant="ghost" autoFocus onClick={() => onChange(now)}>
          {t('ui.today')}
        </Button>
        <Button variant="ghost" onClick={() => onChange(addDays(now, 1))}>
          {t('ui.tomorrow')}
        </Button>
        <Button variant="ghost" onClick={() => onChange(nextMonday(now))}>
          {t('list.nextWeek')}
        </Button>
        <Button variant="ghost" onClick={() => onChange(null)}>
          {t('ui.noDate')}
        </Button>
      </div>
      <Suspense fallback={<Skeleton height={260} />}>
        <Calendar value={value && dayOf(value)} onChange={(day) => day && onChange(day)} />
      </Suspense>
    </>
  );
}
