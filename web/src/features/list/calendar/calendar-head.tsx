import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type CalendarZoom, monthName } from '@/features/list/calendar/calendar-days';
import type { ShownDays } from '@/features/list/project-list';
import { type DateOnly, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';

type Props = {
  day: DateOnly;
  days: ShownDays;
  zoom: CalendarZoom;
  now: DateOnly;
  onStep: (by: 1 | -1) => void;
  onToday: () => void;
};

/** Which month or week is shown, and the way to others. */
export function CalendarHead({ day, days, zoom, now, onStep, onToday }: Props) {
  const isMonth = zoom === 'month';
  const title = isMonth ? monthName(day) : `${shortDate(days.first, now)} – ${shortDate(days.last, now)}`;
  return (
    <div className="cal-head">
      <h2 aria-live="polite">{title}</h2>
      <IconButton label={t(isMonth ? 'calendarView.lastMonth' : 'calendarView.lastWeek')} onClick={() => onStep(-1)}>
        <ChevronLeft size={16} className="rtl:-scale-x-100" />
      </IconButton>
      <IconButton label={t(isMonth ? 'calendarView.nextMonth' : 'calendarView.nextWeek')} onClick={() => onStep(1)}>
        <ChevronRight size={16} className="rtl:-scale-x-100" />
      </IconButton>
      <Button variant="ghost" onClick={onToday}>
        {t('ui.today')}
      </Button>
    </div>
  );
}
