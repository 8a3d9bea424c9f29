import { useQuery } from '@tanstack/react-query';
import { ClashNotes } from '@/features/tasks/edit/clash-note';
import { DescriptionEdit } from '@/features/tasks/edit/description-edit';
import { SubtaskList } from '@/features/tasks/edit/subtask-list';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { TitleEdit } from '@/features/tasks/edit/title-edit';
import { taskQuery } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import { Banner } from '@/ui/banner';

/** Title, then what else is given as `facts`, then the text and the sub-tasks: the same beside a board and on a page. */
export function TaskBody({ facts }: { facts: React.ReactNode }) {
  const { task, shown, project, onOpenTask } = useTaskContext();
  const { data: parent } = useQuery({ ...taskQuery(shown.parentId ?? ''), enabled: shown.parentId !== null });
  return (
    <>
      {parent && (
        <button type="button" className="task-parent" onClick={() => onOpenTask(parent.key)}>
          {t('peek.partOf', { key: parent.key, title: parent.title })}
        </button>
      )}
      {project.state === 'archived' && <Banner>{t('peek.readOnly')}</Banner>}
      <TitleEdit key={task.id} />
      <ClashNotes />
      {facts}
      <DescriptionEdit key={`${task.id}/text`} />
      <SubtaskList />
    </>
  );
}
