import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Link2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ApiError } from '@/api/api-error';
import type { Comment } from '@/api/types';
import { TimerSlot } from '@/app/layout/timer-slot';
import { TaskBody } from '@/app/pages/task-body';
import { TaskComposer } from '@/app/pages/task-composer';
import { TaskMissing } from '@/app/pages/task-missing';
import { TaskScope } from '@/app/pages/task-scope';
import { useLookBack } from '@/app/pages/use-look-back';
import { type OpenTask, useTaskPage } from '@/app/pages/use-task-page';
import { ProjectMark } from '@/features/projects/project-mark';
import { removeTask } from '@/features/tasks/edit/menu/remove-task';
import { copyText, FollowButton, linkTo, TaskMenu } from '@/features/tasks/edit/menu/task-menu';
import { TaskFacts } from '@/features/tasks/edit/task-facts';
import { useTaskKeys } from '@/features/tasks/edit/use-task-keys';
import { t } from '@/lib/i18n';
import '@/lib/i18n-task';
import { useStable } from '@/lib/use-stable';
import { IconButton } from '@/ui/icon-button';

const Footer = ({ children }: { children: ReactNode }) => <footer className="task-page-foot">{children}</footer>;

function Page({ open }: { open: OpenTask }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { task, project } = open;
  const look = useLookBack(task.id);
  const [replyTo, setReplyTo] = useState<Comment | null>(null);
  const openTask = useStable((key: string) => void navigate({ to: '/t/$key', params: { key } }));
  const handleDelete = () => {
    void navigate({ to: '/p/$key/board', params: { key: project.key } });
    void removeTask(queryClient, task, task.version);
  };
  return (
    <TaskScope open={open} past={look.past} onOpenTask={openTask}>
      <header className="topbar">
        <h1 className="flex min-w-0 flex-1 items-center gap-2 text-[0.9375rem]">
          <ProjectMark project={project} />
          <Link className="min-w-0 truncate hover:underline" to="/p/$key/board" params={{ key: project.key }}>
            {project.name}
          </Link>
          <span className="flex-none font-normal text-ink-3 tabular-nums">{task.key}</span>
        </h1>
        <TimerSlot />
        <IconButton label={t('peek.copyLink')} keys="mod+." onClick={() => void copyText(linkTo(task.key))}>
          <Link2 size={16} />
        </IconButton>
        <FollowButton />
        <TaskMenu onDelete={handleDelete} />
      </header>
      <div className="task-page">
        <div className="task-page-main">
          <TaskBody
            look={look}
            onReply={setReplyTo}
            facts={
              <aside className="task-page-facts">
                <TaskFacts />
              </aside>
            }
          />
          <TaskComposer frame={Footer} replyTo={replyTo} onReplyDone={() => setReplyTo(null)} />
        </div>
      </div>
    </TaskScope>
  );
}

/** A task on the whole screen: the address that is given to others. */
export function TaskPage() {
  const { key } = useParams({ from: '/shell/t/$key' });
  const { open, error, refetch } = useTaskPage(key);
  useTaskKeys({ taskKey: key });
  const isGone = error instanceof ApiError && error.status === 404;
  if (open && !isGone) return <Page key={open.task.id} open={open} />;
  return (
    <div className="page">
      <TaskMissing taskKey={key} error={error} onRetry={() => void refetch()} />
    </div>
  );
}
