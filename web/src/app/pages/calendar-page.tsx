import { useParams, useSearch } from '@tanstack/react-router';
import { CalendarOff } from 'lucide-react';
import type { Project, Task } from '@/api/types';
import { ProjectGate } from '@/app/pages/project-gate';
import { TaskViewFrame } from '@/app/pages/task-view-frame';
import { useTaskView } from '@/app/pages/use-task-view';
import { openCreateTaskAt } from '@/app/shell-state';
import {
  type CalendarZoom,
  calendarZoomOf,
  dayIn,
  daysAround,
  daysOf,
  putDown,
} from '@/features/list/calendar/calendar-days';
import { TaskCalendar } from '@/features/list/calendar/task-calendar';
import { undatedSource } from '@/features/list/calendar/undated/undated-source';
import { useAllLoaded } from '@/features/list/calendar/use-all-loaded';
import { useChangeTasks } from '@/features/list/change-tasks';
import { useTaskList } from '@/features/list/list-queries';
import { MOST_TASKS } from '@/features/list/list-state';
import { type DateOnly, shortDate } from '@/lib/dates';
import { type Text, t } from '@/lib/i18n';
import '@/lib/i18n-list';
import '@/lib/i18n-task';
import { useToday } from '@/lib/use-today';
import '@/styles/timeline.css';

const route = '/shell/p/$key/calendar';
const UNDATED = 'all';
const ZOOM_TEXT: [CalendarZoom, Text][] = [
  ['month', 'calendarView.month'],
  ['week', 'calendarView.week'],
];

function ProjectCalendar({ project }: { project: Project }) {
  const { on, zoom: zooming, tray } = useSearch({ from: route });
  const now = useToday();
  const zoom = calendarZoomOf(zooming);
  const day = dayIn(on, now);
  const days = daysAround(day, zoom);
  const view = useTaskView(project, 'dueAt', { days });
  const { list, facts } = view;
  const isLoadingAll = useAllLoaded(list, view.isMore);
  const tasks = view.tasks.filter((task) => {
    const span = daysOf(task);
    return span !== null && span.start <= days.last && days.first <= span.end;
  });
  const { change } = useChangeTasks();

  // What is filtered by when it is due is never without a date.
  const isTrayOpen = tray === undefined && view.filters.due === undefined;
  const undated = useTaskList(
    undatedSource(project.id, view.asked, view.query, now),
    isTrayOpen && facts.states.length > 0,
  );
  const group = undated.data?.groups[0];

  const handleMove = async (task: Task, from: DateOnly | null, to: DateOnly) => {
    if (from === to) return;
    const isEarly = list.isPlaceholderData;
    const moved = putDown(task, from, to);
    const span = daysOf({ ...task, ...moved });
    const [first, last] = [span?.start ?? to, span?.end ?? to].map((day) => shortDate(day, now));
    await change(
      [task],
      () => moved,
      (name) =>
        first === last
          ? t('calendarView.moved', { name, day: last ?? '' })
          : t('calendarView.movedSpan', { name, first: first ?? '', last: last ?? '' }),
    );
    // The days that it was carried to were still being asked for: the answer may be older than the move.
    if (isEarly) await list.refetch();
  };
  const controls = (
    <>
      <button
        type="button"
        className="chip-toggle"
        aria-pressed={isTrayOpen}
        onClick={() => view.change({ tray: tray === undefined ? 'off' : undefined })}
      >
        <CalendarOff size={15} aria-hidden="true" />
        {t('ui.noDate')}
      </button>
      <fieldset className="zoom" aria-label={t('calendarView.zoom')}>
        {ZOOM_TEXT.map(([value, text]) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === zoom}
            onClick={() => view.change({ zoom: value === 'month' ? undefined : value })}
          >
            {t(text)}
          </button>
        ))}
      </fieldset>
    </>
  );
  return (
    <TaskViewFrame view={{ ...view, tasks }} layout="calendar" controls={controls} showsEmpty>
      {view.isMore && view.tasks.length >= MOST_TASKS && (
        <p className="schedule-line" role="status">
          {t('calendarView.tooMany', { count: MOST_TASKS })}
        </p>
      )}
      <TaskCalendar
        name={project.name}
        day={day}
        zoom={zoom}
        now={now}
        tasks={tasks}
        undated={
          isTrayOpen
            ? {
                tasks: group?.ids.flatMap((id) => undated.data?.tasks.get(id) ?? []),
                isMore: group?.nextCursor != null,
                isFailed: undated.error !== null,
                onMore: () => undated.loadMore(UNDATED),
                onRetry: () => void undated.refetch(),
              }
            : null
        }
        states={facts.states}
        openKey={view.openKey}
        mayEdit={view.mayEdit}
        isBusy={list.isPlaceholderData || isLoadingAll}
        onShow={(next) => view.change({ on: next === now ? undefined : next })}
        onOpen={(task) => view.open(task.key)}
        onAdd={(next) => openCreateTaskAt({ projectId: project.id, dueAt: next })}
        onMove={(task, from, to) => void handleMove(task, from, to)}
      />
    </TaskViewFrame>
  );
}

export function CalendarPage() {
  const { key } = useParams({ from: route });
  return (
    <ProjectGate projectKey={key}>{(project) => <ProjectCalendar key={project.id} project={project} />}</ProjectGate>
  );
}
