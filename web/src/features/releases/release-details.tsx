import { useQuery } from '@tanstack/react-query';
import type { Milestone, Release } from '@/api/types';
import { releaseTasksQuery } from '@/features/releases/release-queries';
import { StatusIcon } from '@/features/tasks/status-icon';
import { t } from '@/lib/i18n';
import { ErrorState } from '@/ui/error-state';
import { RichText } from '@/ui/rich-text';
import { Skeleton } from '@/ui/skeleton';

type Props = { release: Release; milestones: readonly Milestone[]; onOpenTask: (key: string) => void };

/** What is new in a release, and the tasks of the milestones that it takes. */
export function ReleaseDetails({ release, milestones, onOpenTask }: Props) {
  const { data: tasks, error, refetch } = useQuery(releaseTasksQuery(release));
  const held = milestones.filter(({ id }) => release.milestoneIds.includes(id));
  return (
    <div className="cycle-details">
      {release.notes && <RichText text={release.notes} />}
      {held.length === 0 && <p className="text-ink-3">{t('releases.noMilestones')}</p>}
      {error && <ErrorState title={t('releases.tasksFailed')} onRetry={() => void refetch()} />}
      {!tasks && !error && <Skeleton height={96} />}
      {tasks &&
        held.map((milestone) => {
          const own = tasks.filter((task) => task.milestoneId === milestone.id);
          return (
            <section key={milestone.id} aria-label={milestone.name}>
              <h4 className="release-part">
                {milestone.name}
                <span className="text-ink-3 tabular-nums">
                  {milestone.progress.done}/{milestone.progress.total}
                </span>
              </h4>
              {own.length === 0 && <p className="text-ink-3">{t('releases.noTasks')}</p>}
              <ul className="-mx-2">
                {own.map((task) => (
                  <li key={task.id} className="cycle-task">
                    <StatusIcon category={task.statusCategory} size={15} />
                    <button type="button" className="cycle-task-open" onClick={() => onOpenTask(task.key)}>
                      <span className="flex-none text-xs text-ink-3 tabular-nums">{task.key}</span>
                      <span className="min-w-0 truncate">{task.title}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
    </div>
  );
}
