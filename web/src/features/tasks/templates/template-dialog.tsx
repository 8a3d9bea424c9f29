import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { TaskTemplate } from '@/api/types';
import {
  bodyOf,
  hasLengthFault,
  type TemplateDraft,
  templateVariables,
} from '@/features/tasks/templates/template-draft';
import { TemplateFacts } from '@/features/tasks/templates/template-facts';
import { useTaskTemplates } from '@/features/tasks/templates/template-queries';
import { TemplateSteps } from '@/features/tasks/templates/template-steps';
import { t } from '@/lib/i18n';
import '@/lib/i18n-templates';
import '@/styles/templates.css';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';
import { showToast } from '@/ui/toast-store';

type Props = {
  projectId: string;
  /** Null: a new one is made. */
  template: TaskTemplate | null;
  start: TemplateDraft;
  onClose: () => void;
};

const EXAMPLE = '{{customer}}';

/** Makes a template for tasks, or changes one. */
export function TemplateDialog({ projectId, template, start, onClose }: Props) {
  const { save } = useTaskTemplates(projectId);
  const [draft, setDraft] = useState(start);
  const change = (fields: Partial<TemplateDraft>) => setDraft((known) => ({ ...known, ...fields }));
  const faults = save.error instanceof ApiError ? save.error.errors : {};
  const variables = templateVariables(draft);
  const isReady = draft.name.trim() !== '' && draft.title.trim() !== '' && !hasLengthFault(draft);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || save.isPending) return;
    save.mutate(
      { template, body: bodyOf(draft) },
      {
        onSuccess: ({ name }) => {
          showToast(t('templates.saved', { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={template ? t('templates.editTitle', { name: template.name }) : t('templates.newTitle')}
      isOpen
      onClose={onClose}
      width={600}
    >
      <form className="template-form" onSubmit={handleSubmit}>
        <Field label={t('templates.name')} errors={faults.name}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              maxLength={200}
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t('templates.taskTitle')}
          hint={t('templates.variablesHint', { example: EXAMPLE })}
          errors={faults.title}
        >
          {(control) => (
            <Input
              {...control}
              required
              maxLength={500}
              value={draft.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('tasks.description')} errors={faults.description}>
          {(control) => (
            <Textarea
              {...control}
              maxLength={100_000}
              value={draft.description}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </Field>
        {variables.length > 0 && (
          <p className="flex flex-wrap items-center gap-1.5 text-xs text-ink-2" role="status">
            {t('templates.variables')}
            {variables.map((name) => (
              <Badge key={name} tone="accent">
                {name}
              </Badge>
            ))}
          </p>
        )}
        <TemplateFacts projectId={projectId} draft={draft} onChange={change} />
        <TemplateSteps steps={draft.steps} onChange={(steps) => change({ steps })} />
        {save.error && (
          <p role="alert" className="text-xs text-danger">
            {t('templates.saveFailed', { reason: reasonOf(save.error) })}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={save.isPending} disabled={!isReady}>
            {t('templates.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
