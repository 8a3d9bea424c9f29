import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Project } from '@/api/types';
import { ProjectGate } from '@/app/pages/project-gate';
import { TaskViewFrame } from '@/app/pages/task-view-frame';
import { useTaskView } from '@/app/pages/use-task-view';
import { TaskTimeline } from '@/features/list/timeline/task-timeline';
import { type Zoom, zoomOf } from '@/features/list/timeline/time-scale';
import { type Text, t } from '@/lib/i18n';
import '@/lib/i18n-list';
import { Button } from '@/ui/button';

const route = '/shell/p/$key/timeline';
const ZOOM_TEXT: [Zoom, Text][] = [
  ['weeks', 'timeline.weeks'],
  ['months', 'timeline.months'],
];

function ProjectTimeline({ project }: { project: Project }) {
  const { zoom: zooming } = useSearch({ from: route });
  const zoom = zoomOf(zooming);
  const [todayTick, setTodayTick] = useState(0);
  const view = useTaskView(project, 'dueAt');
  const controls = (
    <>
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
      <TaskTimeline
        label={t('timeline.label', { name: project.name })}
        tasks={view.tasks}
        facts={view.facts}
        zoom={zoom}
        mayEdit={view.mayEdit}
        openKey={view.openKey}
        todayTick={todayTick}
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
