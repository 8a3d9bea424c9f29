import { useNavigate } from '@tanstack/react-router';
import { Expand, Link2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Comment } from '@/api/types';
import { TaskBody } from '@/app/pages/task-body';
import { TaskComposer } from '@/app/pages/task-composer';
import { TaskScope } from '@/app/pages/task-scope';
import { useLookBack } from '@/app/pages/use-look-back';
import type { OpenTask } from '@/app/pages/use-task-page';
import { copyText, FollowButton, linkTo, TaskMenu } from '@/features/tasks/edit/menu/task-menu';
import { TaskFacts } from '@/features/tasks/edit/task-facts';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';
import { PeekBody, PeekFooter, PeekHeader } from '@/ui/peek';

type Props = {
  open: OpenTask;
  /** The beginning of the bar: the same while the task is still loading. */
  start: ReactNode;
  onOpenTask: (key: string) => void;
  onStep: (step: 1 | -1) => void;
  onDelete: () => void;
};

/** The parts of the panel, once there is a task to show in it. */
export function PeekTask({ open, start, onOpenTask, onStep, onDelete }: Props) {
  const navigate = useNavigate();
  const look = useLookBack(open.task.id);
  const [replyTo, setReplyTo] = useState<Comment | null>(null);
  const { key } = open.task;
  return (
    <TaskScope open={open} past={look.past} onOpenTask={onOpenTask}>
      <PeekHeader>
        {start}
        <IconButton label={t('peek.copyLink')} keys="mod+." onClick={() => void copyText(linkTo(key))}>
          <Link2 size={16} />
        </IconButton>
        <FollowButton />
        <IconButton label={t('peek.full')} onClick={() => void navigate({ to: '/t/$key', params: { key } })}>
          <Expand size={15} />
        </IconButton>
        <TaskMenu onDelete={onDelete} onStep={onStep} />
      </PeekHeader>
      <PeekBody>
        <TaskBody facts={<TaskFacts />} look={look} onReply={setReplyTo} />
      </PeekBody>
      <TaskComposer frame={PeekFooter} replyTo={replyTo} onReplyDone={() => setReplyTo(null)} />
    </TaskScope>
  );
}
