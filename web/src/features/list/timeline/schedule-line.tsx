import type { PlannedTasks } from '@/features/list/timeline/use-schedule';
import { refusalText } from '@/features/tasks/dependencies/dependency-words';
import { dayOf, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';

type Props = { tasks: PlannedTasks | null; finish: string | null; error: unknown; onRetry: () => void };

/** What the schedule says of the whole project, above its bars. */
export function ScheduleLine({ tasks, finish, error, onRetry }: Props) {
  const now = useToday();
  if (error) {
    const retry = (
      <Button variant="ghost" onClick={onRetry}>
        {t('ui.retry')}
      </Button>
    );
    return (
      <Banner tone="warn" action={retry}>
        {t('timeline.noSchedule', { reason: refusalText(error) })}
      </Banner>
    );
  }
  if (!tasks) return null;
  const critical = [...tasks.values()].filter((task) => task.critical).length;
  const late = [...tasks.values()].filter((task) => task.lateMinutes > 0).length;
  const missed = [...tasks.values()].filter((task) => task.missedMinutes > 0).length;
  const parts = [
    finish ? t('timeline.finish', { day: shortDate(dayOf(finish), now) }) : t('timeline.nothingOpen'),
    critical > 0 ? t('timeline.criticalCount', { count: critical }) : '',
    late > 0 ? t('timeline.lateCount', { count: late }) : '',
    missed > 0 ? t('timeline.missedCount', { count: missed }) : '',
  ];
  return (
    <p className="schedule-line" role="status">
      {parts.filter(Boolean).join(' · ')}
    </p>
  );
}
