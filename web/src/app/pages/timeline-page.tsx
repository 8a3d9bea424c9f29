import { useParams, useSearch } from '@tanstack/react-router';
import { Route } from 'lucide-react';
import { useState } from 'react';
import type { Project } from '@/api/types';
import { ProjectGate } from '@/app/pages/project-gate';
import { TaskViewFrame } from '@/app/pages/task-view-frame';
import { useTaskView } from '@/app/pages/use-task-view';
import { ScheduleLine } from '@/features/list/timeline/schedule-line';
import { TaskTimeline } from '@/features/list/timeline/task-timeline';
import { type Zoom, zoomOf } from '@/features/list/timeline/time-scale';
import { useSchedule } from '@/features/list/timeline/use-schedule';
import { type Text, t } from '@/lib/i18n';
import '@/lib/i18n-list';
import '@/lib/i18n-task';
import { Button } from '@/ui/button';

const route = '/shell/p/$key/timeline';
const ZOOM_TEXT: [Zoom, Text][] = [
  ['weeks', 'timeline.weeks'],
  ['months', 'timeline.months'],
];

function ProjectTimeline({ project }: { project: Project }) {
  const { zoom: zooming, plan } = useSearch({ from: route });
  const zoom = zoomOf(zooming);
  const [todayTick, setTodayTick] = useState(0);
  const view = useTaskView(project, 'dueAt');
  const isPlanned = plan !== undefined;
  const schedule = useSchedule(project.id, isPlanned);
  const controls = (
    <>
      <button
        type="button"
        className="chip-toggle"
        aria-pressed={isPlanned}
        onClick={() => view.change({ plan: isPlanned ? undefined : 'on' })}
      >
        <Route size={15} aria-hidden="true" />
        {t('timeline.schedule')}
      </button>
      <Button variant="ghost" onClick={() => setTodayTick(todayTick + 1)}>
        {t('ui.today')}
      </Button>
      <fieldset className="zoom" aria-label={t('timeline.zoom')}>
        {ZOOM_TEXT.map(([value, text]) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === zoom}
            onClick={() => view.change({ zoom: value === 'weeks' ? undefined : value })}
          >
            {t(text)}
          </button>
        ))}
      </fieldset>
    </>
  );
  return (
    <TaskViewFrame view={view} layout="timeline" controls={controls}>
      <ScheduleLine
        tasks={schedule.tasks}
        finish={schedule.finish}
        error={schedule.error}
        onRetry={() => void schedule.refetch()}
      />
      <TaskTimeline
        label={t('timeline.label', { name: project.name })}
        tasks={view.tasks}
        facts={view.facts}
        zoom={zoom}
        mayEdit={view.mayEdit}
        openKey={view.openKey}
        todayTick={todayTick}
        planned={schedule.tasks}
        onOpen={(task) => view.open(task.key)}
        onEnd={() => view.list.loadMore('all')}
      />
    </TaskViewFrame>
  );
}

export function TimelinePage() {
  const { key } = useParams({ from: route });
  return (
    <ProjectGate projectKey={key}>{(project) => <ProjectTimeline key={project.id} project={project} />}</ProjectGate>
  );
}
