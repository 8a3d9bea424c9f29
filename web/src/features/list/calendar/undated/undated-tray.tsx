import { type KeyboardEvent, useState } from 'react';
import type { Task } from '@/api/types';
import type { CalendarLook } from '@/features/list/calendar/calendar-look';
import { TaskChip } from '@/features/list/calendar/task-chip';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';

/** The tasks without a due date, as far as they are loaded. */
export type Undated = {
  /** Undefined until they are there. */
  tasks: readonly Task[] | undefined;
  isMore: boolean;
  isFailed: boolean;
  onMore: () => void;
  onRetry: () => void;
};

type Props = { undated: Undated; look: CalendarLook };

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** Tasks without a due date, beside the calendar: they are dragged onto a day, or carried there with the keys. */
export function UndatedTray({ undated, look }: Props) {
  const [focused, setFocused] = useState<string | null>(null);
  const tasks = undated.tasks?.filter(({ id }) => id !== look.carriedId) ?? [];
  const stop = tasks.find(({ id }) => id === focused) ?? tasks[0];

  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (!step || look.carriedId || !(event.target instanceof HTMLElement)) return;
    const chips = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-task-id]')];
    const at = chips.indexOf(event.target);
    if (at < 0) return;
    event.preventDefault();
    chips[at + step]?.focus();
  };
  return (
    <section className="cal-tray" aria-label={t('calendarView.tray')}>
      <h3>
        {t('calendarView.tray')}
        {undated.tasks && (
          <span className="text-ink-3 tabular-nums">
            {tasks.length}
            {undated.isMore && '+'}
          </span>
        )}
      </h3>
      {undated.isFailed && (
        <p>
          {t('list.loadFailed')} <Button onClick={undated.onRetry}>{t('ui.retry')}</Button>
        </p>
      )}
      {!undated.tasks && !undated.isFailed && <Skeleton height={24} />}
      {undated.tasks?.length === 0 && <p className="text-ink-3">{t('calendarView.trayEmpty')}</p>}
      <div className="cal-all" onKeyDown={handleKey}>
        {tasks.map((task) => (
          <div key={task.id} onFocus={() => setFocused(task.id)}>
            <TaskChip
              task={task}
              states={look.states}
              now={look.now}
              isOpen={task.key === look.openKey}
              mayMove={look.mayMove}
              isTabStop={task === stop}
              onOpen={look.onOpen}
            />
          </div>
        ))}
      </div>
      {undated.isMore && (
        <Button variant="ghost" onClick={undated.onMore}>
          {t('calendarView.trayMore')}
        </Button>
      )}
    </section>
  );
}
