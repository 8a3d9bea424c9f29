import { useQuery } from '@tanstack/react-query';
import type { Member, ScopeChange } from '@/api/types';
import { membersQuery } from '@/features/projects/project-queries';
import { useTaskNames } from '@/features/tasks/use-task-names';
import { timeAgo } from '@/lib/dates';
import { type Text, t } from '@/lib/i18n';

const TEXT: Record<ScopeChange['change'], Text> = {
  added: 'cycles.log.added',
  removed: 'cycles.log.removed',
  carried_in: 'cycles.log.carriedIn',
  carried_over: 'cycles.log.carriedOver',
};
const MOST = 30;
const NONE: readonly Member[] = [];

type Props = { projectId: string; log: readonly ScopeChange[] };

/** How tasks came into a cycle and left it, the latest first. */
export function ScopeLog({ projectId, log }: Props) {
  const { data: members = NONE } = useQuery(membersQuery(projectId));
  const shown = log.slice(-MOST).reverse();
  const tasks = useTaskNames(shown.map(({ taskId }) => taskId));
  return (
    <ol className="scope-log">
      {shown.map(({ taskId, change, actorId, at }, index) => {
        const task = tasks.get(taskId);
        const name = members.find((member) => member.userId === actorId)?.displayName ?? t('cycles.someone');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a log have no names and never change places.
          <li key={index}>
            {t(TEXT[change], { name, task: task ? `${task.key} ${task.title}` : t('cycles.goneTask') })}{' '}
            <time className="whitespace-nowrap text-ink-3" dateTime={at} title={new Date(at).toLocaleString()}>
              · {timeAgo(at)}
            </time>
          </li>
        );
      })}
      {log.length > MOST && <li className="text-ink-3">{t('cycles.log.more', { count: log.length - MOST })}</li>}
    </ol>
  );
}
