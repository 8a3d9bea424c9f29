import { useState } from 'react';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { TemplateDialog } from '@/features/tasks/templates/template-dialog';
import { draftOfTask } from '@/features/tasks/templates/template-draft';

/** The open task as the beginning of a template. */
export function SaveAsTemplate({ onClose }: { onClose: () => void }) {
  const { shown, project } = useTaskContext();
  const [start] = useState(() => draftOfTask(shown));
  return <TemplateDialog projectId={project.id} template={null} start={start} onClose={onClose} />;
}
