import { CalendarDays } from 'lucide-react';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { addDays, type DateOnly, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { Popover } from '@/ui/popover';
import { Skeleton } from '@/ui/skeleton';

const Calendar = lazy(() => import('@/ui/calendar').then((module) => ({ default: module.Calendar })));

type Props = {
  label: string;
  value: DateOnly | null;
  onChange: (value: DateOnly | null) => void;
  id?: string;
  /** What opens the calendar, where that is not a button with the date. */
  trigger?: ReactElement;
};

export function DateField({ label, value, onChange, id, trigger }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const now = useToday();
  const choose = (next: DateOnly | null) => {
    onChange(next);
    setIsOpen(false);
  };
  const button = trigger ?? (
    <Button id={id} variant="ghost">
      <CalendarDays size={15} aria-hidden="true" />
      {value ? shortDate(value, now) : t('ui.noDate')}
    </Button>
  );
  return (
    <Popover label={label} trigger={button} isOpen={isOpen} onOpenChange={setIsOpen}>
      <div className="flex gap-1 p-1">
        <Button variant="ghost" onClick={() => choose(now)}>
          {t('ui.today')}
        </Button>
        <Button variant="ghost" onClick={() => choose(addDays(now, 1))}>
          {t('ui.tomorrow')}
        </Button>
        {value && (
          <Button variant="ghost" onClick={() => choose(null)}>
            {t('ui.clear')}
          </Button>
        )}
      </div>
      <Suspense fallback={<Skeleton height={260} />}>
        <Calendar value={value} onChange={choose} />
      </Suspense>
    </Popover>
  );
}
