import { lazy, Suspense } from 'react';

const TaskPagePeek = lazy(() =>
  import('@/app/pages/task-page-peek').then((module) => ({ default: module.TaskPagePeek })),
);

type Props = { taskKey: string; onClose: () => void };

/** The open task beside a view, loaded when one is opened first. */
export function TaskBeside({ taskKey, onClose }: Props) {
  return (
    <Suspense>
      <TaskPagePeek taskKey={taskKey} onClose={onClose} />
    </Suspense>
  );
}
