import { useState } from 'react';
import { addTask, type Content } from '@/features/projects/templates/edit/content-draft';
import { TaskLine } from '@/features/projects/templates/edit/task-line';
import { t } from '@/lib/i18n';
import '@/styles/quiet-btn.css';

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
    <fieldset className="template-part">
      <legend>{t('projectTemplates.tasks')}</legend>
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
    </fieldset>
  );
}
