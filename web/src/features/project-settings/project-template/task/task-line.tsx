import { ChevronDown, X } from 'lucide-react';
import {
  type Content,
  editTask,
  type PatternTask,
  removeTask,
} from '@/features/project-settings/project-template/content/content-draft';
import { TaskDetails } from '@/features/project-settings/project-template/task/task-details';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';

type Props = {
  workspaceId: string;
  content: Content;
  task: PatternTask;
  place: number;
  isOpen: boolean;
  onToggle: () => void;
  onChange: (content: Content) => void;
};

/** A task of a template on one line, and what else it has below it. */
export function TaskLine({ workspaceId, content, task, place, isOpen, onToggle, onChange }: Props) {
  const name = task.title || t('projectTemplates.task', { place });
  return (
    <>
      <div className="template-line" data-below={task.parent !== null}>
        <Input
          aria-label={t('projectTemplates.task', { place })}
          maxLength={500}
          value={task.title ?? ''}
          onChange={({ target }) => onChange(editTask(content, task.ref, { title: target.value }))}
        />
        <IconButton
          label={t(isOpen ? 'projectTemplates.less' : 'projectTemplates.details', { name })}
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          <ChevronDown size={15} className={isOpen ? undefined : '-rotate-90'} />
        </IconButton>
        <IconButton
          label={t('projectTemplates.removeTask', { name })}
          onClick={() => onChange(removeTask(content, task.ref))}
        >
          <X size={14} />
        </IconButton>
      </div>
      {isOpen && (
        <TaskDetails workspaceId={workspaceId} content={content} task={task} place={place} onChange={onChange} />
      )}
    </>
  );
}
