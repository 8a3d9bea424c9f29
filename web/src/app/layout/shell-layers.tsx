import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { EarlyField } from '@/app/layout/early-field';
import { LayerBoundary } from '@/app/layout/layer-boundary';
import { closeLayer, earlyText, returnFocus, taskSeed, useShellLayer } from '@/app/shell-state';
import { useCurrentWorkspace } from '@/features/projects/current-workspace';
import { projectsQuery } from '@/features/projects/project-queries';
import { profileQuery } from '@/features/session/session-queries';
import { lastProjectKey } from '@/lib/last-project';
import { rememberTask } from '@/lib/recent-tasks';
import { whenIdle } from '@/lib/when-idle';
import { loadLayers } from '@/ui/late-layers';

const loadPalette = () => import('@/app/layout/palette');
const loadCreateTask = () => import('@/features/quick-add/create-task-dialog');

const Palette = lazy(() => loadPalette().then((module) => ({ default: module.Palette })));
const ShortcutSheet = lazy(() =>
  import('@/app/layout/shortcut-sheet').then((module) => ({ default: module.ShortcutSheet })),
);
const CreateTask = lazy(() => loadCreateTask().then((module) => ({ default: module.CreateTaskDialog })));
const CreateProject = lazy(() =>
  import('@/features/projects/create-project-dialog').then((module) => ({ default: module.CreateProjectDialog })),
);

const CreateWorkspace = lazy(() =>
  import('@/features/account/create-workspace-dialog').then((module) => ({ default: module.CreateWorkspaceDialog })),
);

/** Fetches what is opened most while nothing else is to be done. */
async function loadAhead() {
  try {
    await Promise.all([loadLayers(), loadPalette(), loadCreateTask()]);
  } catch {
    // Without a connection nothing is lost: it is asked for again when it is opened.
  }
}

/** The layers that any page can open. Their code is loaded when they are, or before. */
export function ShellLayers() {
  const layer = useShellLayer();
  const navigate = useNavigate();
  const { current } = useCurrentWorkspace();
  const { data: user } = useQuery(profileQuery);
  const { data: projects = [] } = useQuery(projectsQuery);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const key = /^\/p\/([^/]+)/.exec(path)?.[1] ?? lastProjectKey();
  const project = projects.find((candidate) => candidate.key === key) ?? null;

  const taskKey = useRouterState({
    select: ({ location: { search } }) =>
      'task' in search && typeof search.task === 'string' ? search.task : undefined,
  });

  useEffect(() => whenIdle(() => void loadAhead()), []);

  // The focus is outside React, and a layer that has just gone took it along.
  useEffect(() => {
    if (layer !== null) return undefined;
    const timer = setTimeout(returnFocus);
    return () => clearTimeout(timer);
  }, [layer]);

  // What was opened lately is kept on the device.
  useEffect(() => {
    if (taskKey) rememberTask(taskKey);
  }, [taskKey]);

  const openTask = (task: { key: string; projectId: string | null }) => {
    const owner = projects.find((candidate) => candidate.id === task.projectId);
    const view = path.endsWith('/list') ? 'list' : 'board';
    if (owner) void navigate({ to: `/p/$key/${view}`, params: { key: owner.key }, search: { task: task.key } });
  };

  return (
    <LayerBoundary key={layer}>
      <Suspense fallback={<EarlyField layer={layer} />}>
        {layer === 'palette' && <Palette project={project} taskKey={taskKey} onOpenTask={openTask} />}
        {layer === 'shortcuts' && <ShortcutSheet onClose={closeLayer} />}
        {layer === 'create-task' && !user && <EarlyField layer={layer} />}
        {layer === 'create-task' && user && (
          <CreateTask
            userId={user.id}
            project={project}
            seed={taskSeed()}
            early={earlyText}
            onClose={closeLayer}
            onOpen={openTask}
          />
        )}
        {layer === 'create-project' && (
          <CreateProject
            workspaceId={current?.id}
            onClose={closeLayer}
            onCreated={(created) => void navigate({ to: '/p/$key/board', params: { key: created.key } })}
          />
        )}
        {layer === 'create-workspace' && (
          <CreateWorkspace onClose={closeLayer} onCreated={() => void navigate({ to: '/projects' })} />
        )}
      </Suspense>
    </LayerBoundary>
  );
}
