import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Project, ViewLayout } from '@/api/types';
import { profileQuery } from '@/features/session/session-queries';

const ViewsMenu = lazy(() => import('@/features/views/views-menu').then((module) => ({ default: module.ViewsMenu })));

const PATHS = {
  board: '/p/$key/board',
  list: '/p/$key/list',
  table: '/p/$key/table',
  calendar: '/p/$key/calendar',
  timeline: '/p/$key/timeline',
} as const;

type Props = { project: Project; layout: ViewLayout };

/** The saved views of a project at the end of the bar of each of its views. */
export function SavedViews({ project, layout }: Props) {
  const { view: openId, task: _task, ...search } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data: me } = useQuery(profileQuery);
  if (!me) return null;
  return (
    <Suspense>
      <ViewsMenu
        project={project}
        me={me.id}
        layout={layout}
        search={search}
        openId={openId}
        onOpen={(view, { query, sort, group, cols }) =>
          void navigate({
            to: PATHS[view.layout],
            params: { key: project.key },
            search: { query, sort, group, cols, view: view.id },
          })
        }
        onForget={() => void navigate({ to: '.', search: (last) => ({ ...last, view: undefined }), replace: true })}
      />
    </Suspense>
  );
}
