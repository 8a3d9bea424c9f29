import { useQuery } from '@tanstack/react-query';
import { Play, Plus, Square } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import { mayManage } from '@/features/projects/project-rights';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { entriesQuery, totalOf } from '@/features/time/entry-queries';
import { EntryRow } from '@/features/time/entry-row';
import { LogForm } from '@/features/time/log-form';
import { timerQuery, useTimer } from '@/features/time/timer-queries';
import { useElapsed } from '@/features/time/use-elapsed';
import { shortDate } from '@/lib/dates';
import { formatMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import { useShortcuts } from '@/lib/shortcuts';
import '@/styles/planning.css';
import { useToday } from '@/lib/use-today';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { KeyHint } from '@/ui/key-hint';

/** The time spent on a task: by the timer, or written down. */
export function TaskTime() {
  const { task, shown, project, members, me, mayEdit } = useTaskContext();
  const { data: entries = [], error } = useQuery(entriesQuery(project.id, { taskId: task.id }));
  const { data: timer } = useQuery(timerQuery);
  const { start, stop } = useTimer();
  const [isLogging, setIsLogging] = useState(false);
  const now = useToday();
  const isRunning = timer?.running?.taskId === task.id;
  const elapsed = useElapsed(isRunning ? (timer?.running?.startedAt ?? null) : null);
  const total = totalOf(entries);
  const handleTimer = () => (isRunning ? stop.mutate() : start.mutate({ projectId: project.id, taskId: task.id }));
  useShortcuts({ t: handleTimer }, mayEdit);
  if (!mayEdit && entries.length === 0) return null;

  const estimate = shown.estimateMinutes;
  const sum =
    estimate === null
      ? formatMinutes(total)
      : t('time.ofEstimate', { time: formatMinutes(total), estimate: formatMinutes(estimate) });
  return (
    <section className="mt-8" aria-labelledby="time-title">
      <div className="flex min-h-8 items-center gap-3">
        <h3 id="time-title">{t('time.title')}</h3>
        {(total > 0 || estimate !== null) && (
          <span className={estimate !== null && total > estimate ? 'text-danger' : 'text-ink-3'}>{sum}</span>
        )}
        {mayEdit && (
          <span className="ms-auto flex items-center gap-1">
            <Button variant={isRunning ? 'default' : 'ghost'} onClick={handleTimer}>
              {isRunning ? (
                <Square size={12} fill="currentColor" aria-hidden="true" />
              ) : (
                <Play size={13} aria-hidden="true" />
              )}
              {isRunning ? t('time.stop') : t('time.start')}
              {isRunning && <span className="tabular-nums">{elapsed}</span>}
              {!isRunning && <KeyHint keys="t" />}
            </Button>
            <IconButton label={t('time.logByHand')} aria-expanded={isLogging} onClick={() => setIsLogging(!isLogging)}>
              <Plus size={16} />
            </IconButton>
          </span>
        )}
      </div>
      {isLogging && <LogForm projectId={project.id} taskId={task.id} onLogged={() => setIsLogging(false)} />}
      {error && <p className="text-xs text-danger">{t('time.loadFailed', { reason: reasonOf(error) })}</p>}
      {entries.length > 0 && (
        <ul className="entries">
          {entries.map((entry) => {
            const person = members.find((member) => member.userId === entry.userId);
            const name = person?.displayName ?? '';
            return (
              <EntryRow
                key={entry.id}
                entry={entry}
                what={
                  <>
                    <Avatar id={entry.userId} name={name} imageUrl={person?.avatarUrl} size={20} isDecorative />
                    <span className="truncate">{name}</span>
                  </>
                }
                when={shortDate(entry.date, now)}
                mayEdit={mayEdit && (entry.userId === me.id || mayManage(project))}
              />
            );
          })}
        </ul>
      )}
    </section>
  );
}
