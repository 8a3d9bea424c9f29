import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { reasonOf } from '@/api/reason';
import type { Project } from '@/api/types';
import {
  type CalendarEdit,
  calendarQuery,
  useEditCalendar,
} from '@/features/project-settings/calendar/calendar-queries';
import { DayRow } from '@/features/project-settings/calendar/day-row';
import { hoursOf, WEEKDAYS, withHours } from '@/features/project-settings/calendar/week';
import { mayManage } from '@/features/projects/project-rights';
import { shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { DateField } from '@/ui/date-field';
import { ErrorState } from '@/ui/error-state';
import { IconButton } from '@/ui/icon-button';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

/** The hours of the weekdays and the days without work, by which schedules are calculated. */
export function CalendarEditor({ project }: { project: Project }) {
  const { data: calendar, error, refetch } = useQuery(calendarQuery(project.id));
  const save = useEditCalendar(project.id);
  const now = useToday();
  const canEdit = mayManage(project) && project.state === 'active';

  const edit = (change: CalendarEdit) =>
    save.mutate(change, {
      onError: (fault) => {
        const retry = { label: t('ui.retry'), onAct: () => edit(change) };
        showToast(t('calendar.failed', { reason: reasonOf(fault) }), { tone: 'danger', action: retry });
      },
    });
  const setHolidays = (change: (days: string[]) => string[]) =>
    edit(({ week, holidays }) => ({ week, holidays: change(holidays) }));

  if (error && !calendar) return <ErrorState title={t('calendar.loadFailed')} onRetry={() => void refetch()} />;
  return (
    <>
      <SettingsHead
        title={t('calendar.title')}
        text={calendar ? t('calendar.text', { zone: calendar.timeZone }) : undefined}
      />
      {!calendar && <Skeleton height={300} />}
      {calendar && (
        <>
          <ul className="settings-list">
            {WEEKDAYS.map((day) => (
              <DayRow
                key={day}
                day={day}
                hours={hoursOf(calendar, day)}
                onChange={
                  canEdit
                    ? (hours) => edit(({ week, holidays }) => ({ week: withHours(week, day, hours), holidays }))
                    : null
                }
              />
            ))}
          </ul>
          <h3 id="holidays-title" className="calendar-head">
            {t('calendar.holidays')}
          </h3>
          {calendar.holidays.length === 0 && <p className="text-ink-3">{t('calendar.noHolidays')}</p>}
          <ul className="calendar-holidays" aria-labelledby="holidays-title">
            {calendar.holidays.map((day) => (
              <li key={day} className="badge">
                {shortDate(day, now)}
                {canEdit && (
                  <IconButton
                    label={t('calendar.removeHoliday', { day: shortDate(day, now) })}
                    onClick={() => setHolidays((days) => days.filter((other) => other !== day))}
                  >
                    <X size={13} />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
          {canEdit && (
            <div className="calendar-add">
              <span id="holiday-add">{t('calendar.addHoliday')}</span>
              <span className="date-setting">
                <DateField
                  label={t('calendar.addHoliday')}
                  value={null}
                  onChange={(day) => day && setHolidays((days) => [...new Set([...days, day])].sort())}
                />
              </span>
            </div>
          )}
        </>
      )}
    </>
  );
}
