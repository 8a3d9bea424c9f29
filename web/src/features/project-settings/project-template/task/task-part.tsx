import { useState } from 'react';
import { addTask, type Content } from '@/features/project-settings/project-template/content/content-draft';
import { Part } from '@/features/project-settings/project-template/part';
import { TaskLine } from '@/features/project-settings/project-template/task/task-line';
import { t } from '@/lib/i18n';

type Props = { workspaceId: string; content: Content; onChange: (content: Content) => void };

/** The tasks of the projects; one at a time shows all that it has. */
export function TaskPart({ workspaceId, content, onChange }: Props) {
  const [openRef, setOpenRef] = useState<string | null>(null);
  const handleAdd = () => {
    const next = addTask(content);
    setOpenRef(next.tasks?.at(-1)?.ref ?? null);
    onChange(next);
  };
  return (
    <Part title={t('projectTemplates.tasks')} count={content.tasks?.length ?? 0} isOpen>
      {(content.tasks ?? []).map((task, index) => (
        <TaskLine
          key={task.ref}
          workspaceId={workspaceId}
          content={content}
          task={task}
          place={index + 1}
          isOpen={task.ref === openRef}
          onToggle={() => setOpenRef(task.ref === openRef ? null : task.ref)}
          onChange={onChange}
        />
      ))}
      <button type="button" className="quiet-btn" onClick={handleAdd}>
        {t('projectTemplates.addTask')}
      </button>
    </Part>
  );
}
