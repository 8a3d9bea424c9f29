import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Cycle, Task } from '@/api/types';
import { burnUp } from '@/features/cycles/burn-up';
import { BurnUpChart } from '@/features/cycles/burn-up-chart';
import { CycleLoad } from '@/features/cycles/cycle-load';
import { cycleTasksQuery, scopeQuery, useCycles } from '@/features/cycles/cycle-queries';
import { ScopeLog } from '@/features/cycles/scope-log';
import { useCapacityWarning } from '@/features/cycles/use-capacity-warning';
import { StatusIcon } from '@/features/tasks/status-icon';
import { TaskSearch } from '@/features/tasks/task-search';
import { dayOf } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { IconButton } from '@/ui/icon-button';
import { Popover } from '@/ui/popover';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

type Props = { cycle: Cycle; mayEdit: boolean; onOpenTask: (key: string) => void };

/** What a cycle holds, how it went, and how its scope came about. */
export function CycleDetails({ cycle, mayEdit, onOpenTask }: Props) {
  const now = useToday();
  const tasks = useQuery(cycleTasksQuery(cycle));
  const scope = useQuery(scopeQuery(cycle));
  const { add, drop } = useCycles(cycle.projectId);
  const warn = useCapacityWarning();
  const [isAdding, setIsAdding] = useState(false);
  const refused = (error: unknown) =>
    void showToast(t('cycles.saveFailed', { reason: reasonOf(error) }), { tone: 'danger' });
  const error = tasks.error ?? scope.error;
  if (error) {
    return (
      <ErrorState title={t('cycles.loadFailed')} onRetry={() => void Promise.all([tasks.refetch(), scope.refetch()])} />
    );
  }
  if (!tasks.data || !scope.data) return <Skeleton height={160} />;
  const held = tasks.data;
  const until = cycle.closedAt ? dayOf(cycle.closedAt) : now;
  const points = burnUp({ log: scope.data, tasks: held, ...cycle, now: until });
  const isOpen = cycle.state === 'open';
  const dropped = (task: Task) => {
    const onAct = () => add.mutate({ id: cycle.id, taskIds: [task.id] }, { onError: refused });
    showToast(t('cycles.dropped', { key: task.key, name: cycle.name }), { action: { label: t('ui.undo'), onAct } });
  };

  return (
    <div className="cycle-details">
      {cycle.goal && <p className="text-ink-2">{cycle.goal}</p>}
      <BurnUpChart points={points} startDate={cycle.startDate} endDate={cycle.endDate} now={now} />
      <CycleLoad cycle={cycle} />
      <div className="cycle-head">
        <h4>{t('cycles.tasks')}</h4>
        {mayEdit && isOpen && (
          <Popover
            align="end"
            label={t('cycles.addTask')}
            isOpen={isAdding}
            onOpenChange={setIsAdding}
            trigger={
              <Button variant="ghost">
                <Plus size={15} aria-hidden="true" /> {t('cycles.addTask')}
              </Button>
            }
          >
            <div className="cycle-search">
              <TaskSearch
                label={t('cycles.addTask')}
                within={{ projectId: cycle.projectId }}
                isOffered={(task) => !held.some((other) => other.id === task.id)}
                onChoose={(task) =>
                  add.mutate({ id: cycle.id, taskIds: [task.id] }, { onSuccess: () => warn(cycle), onError: refused })
                }
              />
            </div>
          </Popover>
        )}
      </div>
      {held.length === 0 && <p className="text-ink-3">{t('cycles.noTasks')}</p>}
      <ul className="-mx-2">
        {held.map((task) => (
          <li key={task.id} className="cycle-task">
            <StatusIcon category={task.statusCategory} size={15} />
            <button type="button" className="cycle-task-open" onClick={() => onOpenTask(task.key)}>
              <span className="flex-none text-xs text-ink-3 tabular-nums">{task.key}</span>
              <span className="min-w-0 truncate">{task.title}</span>
            </button>
            {mayEdit && isOpen && (
              <IconButton
                label={t('cycles.drop', { key: task.key })}
                onClick={() =>
                  drop.mutate({ id: cycle.id, taskId: task.id }, { onSuccess: () => dropped(task), onError: refused })
                }
              >
                <X size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {scope.data.length > 0 && (
        <details>
          <summary className="quiet-btn">{t('cycles.scopeLog', { count: scope.data.length })}</summary>
          <ScopeLog projectId={cycle.projectId} log={scope.data} />
        </details>
      )}
    </div>
  );
}
