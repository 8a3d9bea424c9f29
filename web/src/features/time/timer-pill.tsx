import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Square, Timer, Trash2 } from 'lucide-react';
import { projectsQuery } from '@/features/projects/project-queries';
import { taskQuery } from '@/features/tasks/task-queries';
import { timerQuery, useTimer } from '@/features/time/timer-queries';
import { useElapsed } from '@/features/time/use-elapsed';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import '@/styles/planning.css';
import { IconButton } from '@/ui/icon-button';
import { Menu, MenuItem } from '@/ui/menu';

/** The running timer, in the bar at the top of each page: what it counts, how long, and how it is stopped. */
export function TimerPill() {
  const { data } = useQuery(timerQuery);
  const running = data?.running ?? null;
  const navigate = useNavigate();
  const { data: projects = [] } = useQuery(projectsQuery);
  const { data: task } = useQuery({ ...taskQuery(running?.taskId ?? ''), enabled: !!running?.taskId });
  const { stop, discard } = useTimer();
  const elapsed = useElapsed(running?.startedAt ?? null);
  if (!running) return null;

  const project = projects.find((candidate) => candidate.id === running.projectId);
  const name = task?.key ?? project?.name ?? t('time.title');
  return (
    <fieldset className="timer-pill" aria-label={t('time.running', { name })}>
      <Menu
        align="end"
        trigger={
          <button type="button" className="timer-what">
            <i className="timer-dot" aria-hidden="true" />
            <span className="sr-only">{t('time.running', { name })}, </span>
            <span className="max-w-40 truncate">{name}</span>
            <span className="tabular-nums" role="timer">
              {elapsed}
            </span>
          </button>
        }
      >
        {task && project && (
          <MenuItem
            icon={<Timer size={16} />}
            onSelect={() => void navigate({ to: '/t/$key', params: { key: task.key } })}
          >
            {t('time.openTask', { key: task.key })}
          </MenuItem>
        )}
        <MenuItem icon={<Square size={15} />} onSelect={() => stop.mutate()}>
          {t('time.stopAndLog')}
        </MenuItem>
        <MenuItem icon={<Trash2 size={15} />} isDanger onSelect={() => discard.mutate()}>
          {t('time.discard')}
        </MenuItem>
      </Menu>
      <IconButton label={t('time.stopAndLog')} disabled={stop.isPending} onClick={() => stop.mutate()}>
        <Square size={13} fill="currentColor" />
      </IconButton>
    </fieldset>
  );
}
