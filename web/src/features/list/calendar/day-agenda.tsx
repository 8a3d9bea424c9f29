import { Plus } from 'lucide-react';
import type { Task } from '@/api/types';
import { fullDate } from '@/features/list/calendar/calendar-days';
import type { CalendarLook } from '@/features/list/calendar/calendar-look';
import { TaskChip } from '@/features/list/calendar/task-chip';
import type { DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';

type Props = { day: DateOnly; tasks: readonly Task[]; look: CalendarLook };

/** The tasks of the chosen day, below a grid that has no room for them. */
export function DayAgenda({ day, tasks, look }: Props) {
  const date = fullDate(day);
  return (
    <section className="cal-agenda" aria-label={date}>
      <header>
        <h3>{date}</h3>
        {look.onAdd && (
          <IconButton label={t('calendarView.add', { date })} onClick={() => look.onAdd?.(day)}>
            <Plus size={16} />
          </IconButton>
        )}
      </header>
      {tasks.length === 0 && <p className="text-ink-3">{t('calendarView.nothing')}</p>}
      {tasks.map((task) => (
        <TaskChip
          key={task.id}
          task={task}
          states={look.states}
          now={look.now}
          isOpen={task.key === look.openKey}
          mayMove={false}
          isTabStop
          onOpen={look.onOpen}
        />
      ))}
    </section>
  );
}
