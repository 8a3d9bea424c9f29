import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type Content,
  editTask,
  moveTask,
  type PatternTask,
} from '@/features/project-settings/project-template/content/content-draft';
import { TaskFacts } from '@/features/project-settings/project-template/task/task-facts';
import { TaskTies } from '@/features/project-settings/project-template/task/task-ties';
import { TaskValues } from '@/features/project-settings/project-template/task/task-values';
import { daysOf, daysText } from '@/features/tasks/templates/template-draft';
import { TemplateSteps } from '@/features/tasks/templates/template-steps';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';

type Props = {
  workspaceId: string;
  content: Content;
  task: PatternTask;
  place: number;
  onChange: (content: Content) => void;
};

/** All that a task of a template has. */
export function TaskDetails({ workspaceId, content, task, place, onChange }: Props) {
  const edit = (fields: Partial<PatternTask>) => onChange(editTask(content, task.ref, fields));
  const steps = (task.steps ?? []).map(({ title, dueInDays, required }, index) => ({
    id: `${task.ref}-${index}`,
    title: title ?? '',
    dueInDays: daysText(dueInDays),
    required,
  }));
  return (
    <div className="template-facts template-of-task">
      <div className="template-sub">
        <Field label={t('tasks.description')}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={100_000}
              value={task.description ?? ''}
              onChange={({ target }) => edit({ description: target.value || null })}
            />
          )}
        </Field>
      </div>
      <TaskFacts workspaceId={workspaceId} content={content} task={task} onChange={onChange} />
      <TaskValues workspaceId={workspaceId} content={content} task={task} onEdit={edit} />
      <div className="template-sub">
        <TemplateSteps
          steps={steps}
          onChange={(next) =>
            edit({
              steps: next.map(({ title, dueInDays, required }) => ({ title, dueInDays: daysOf(dueInDays), required })),
            })
          }
        />
      </div>
      <TaskTies content={content} task={task} onChange={onChange} />
      <div className="template-sub flex gap-2">
        <Button variant="ghost" disabled={place === 1} onClick={() => onChange(moveTask(content, task.ref, -1))}>
          <ArrowUp size={15} aria-hidden="true" /> {t('projectTemplates.taskUp')}
        </Button>
        <Button
          variant="ghost"
          disabled={place === content.tasks?.length}
          onClick={() => onChange(moveTask(content, task.ref, 1))}
        >
          <ArrowDown size={15} aria-hidden="true" /> {t('projectTemplates.taskDown')}
        </Button>
      </div>
    </div>
  );
}
