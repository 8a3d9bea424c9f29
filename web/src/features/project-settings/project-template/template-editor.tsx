import { type FormEvent, useId, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { ProjectTemplate } from '@/api/types';
import {
  type Content,
  finished,
  isUnfinished,
} from '@/features/project-settings/project-template/content/content-draft';
import { DaysInput } from '@/features/project-settings/project-template/days-input';
import { FieldPart } from '@/features/project-settings/project-template/field-part';
import { LabelPart } from '@/features/project-settings/project-template/label-part';
import { LookPart } from '@/features/project-settings/project-template/look-part';
import { MemberPart } from '@/features/project-settings/project-template/member-part';
import { MilestonePart } from '@/features/project-settings/project-template/milestone-part';
import { TaskPart } from '@/features/project-settings/project-template/task/task-part';
import { TypePart } from '@/features/project-settings/project-template/type-part';
import { WorkflowPart } from '@/features/project-settings/project-template/workflow-part';
import { useProjectTemplates } from '@/features/projects/templates/project-template-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-settings';
import '@/lib/i18n-task';
import '@/lib/i18n-templates';
import '@/styles/templates.css';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';
import { showToast } from '@/ui/toast-store';

type Props = { template: ProjectTemplate; onClose: () => void };

/** Changes a template for projects: what is saved is a new version, and projects that were made before stay as they are. */
export function TemplateEditor({ template, onClose }: Props) {
  const { workspaceId } = template;
  const { save } = useProjectTemplates(workspaceId);
  const formId = useId();
  const [name, setName] = useState(template.name);
  const [content, setContent] = useState<Content>(template.content);
  const change = (fields: Partial<Content>) => setContent((known) => ({ ...known, ...fields }));

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { template, name: name.trim(), content: finished(content) },
      {
        onSuccess: (saved) => {
          const before = { template: saved, name: template.name, content: template.content };
          const undo = { label: t('ui.undo'), onAct: () => save.mutate(before) };
          showToast(t('projectTemplates.saved', { name: saved.name }), { action: undo });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('templates.editTitle', { name: template.name })}
      description={t('projectTemplates.editText')}
      isOpen
      onClose={onClose}
      width={760}
    >
      {/* The parts have forms of their own, so that they cannot stand in this one. */}
      <form id={formId} className="template-form" onSubmit={handleSubmit}>
        <Field label={t('templates.name')}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              maxLength={200}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Field label={t('projectTemplates.description')}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={20_000}
              value={content.description ?? ''}
              onChange={({ target }) => change({ description: target.value || null })}
            />
          )}
        </Field>
        <div className="template-facts">
          <Field label={t('templates.startInDays')} hint={t('templates.daysHint')}>
            {({ id }) => (
              <DaysInput id={id} value={content.startInDays} onChange={(startInDays) => change({ startInDays })} />
            )}
          </Field>
          <Field label={t('templates.dueInDays')} hint={t('templates.daysHint')}>
            {({ id }) => (
              <DaysInput id={id} value={content.dueInDays} onChange={(dueInDays) => change({ dueInDays })} />
            )}
          </Field>
        </div>
      </form>
      <div className="template-form">
        <LookPart content={content} onChange={change} />
        <MemberPart workspaceId={workspaceId} content={content} onChange={setContent} />
        <WorkflowPart workspaceId={workspaceId} content={content} onChange={setContent} />
        <TypePart content={content} onChange={setContent} />
        <LabelPart content={content} onChange={setContent} />
        <FieldPart content={content} onChange={setContent} />
        <MilestonePart content={content} onChange={setContent} />
        <TaskPart workspaceId={workspaceId} content={content} onChange={setContent} />
        {save.error && (
          <p role="alert" className="text-xs text-danger">
            {t('templates.saveFailed', { reason: reasonOf(save.error) })}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            isBusy={save.isPending}
            disabled={!name.trim() || isUnfinished(content)}
          >
            {t('templates.save')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
