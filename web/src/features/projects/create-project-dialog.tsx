import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Instantiation, Project } from '@/api/types';
import { useCreateProject } from '@/features/projects/project-queries';
import { followMaking } from '@/features/projects/templates/follow-making';
import { MakingProject } from '@/features/projects/templates/making-project';
import {
  instantiationQuery,
  projectTemplateQuery,
  projectTemplatesQuery,
  useProjectTemplates,
} from '@/features/projects/templates/project-template-queries';
import { TemplateContents } from '@/features/projects/templates/template-contents';
import { answersOf, type TemplateAnswers, TemplateValues } from '@/features/projects/templates/template-values';
import { t } from '@/lib/i18n';
import '@/lib/i18n-templates';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { Skeleton } from '@/ui/skeleton';

type Props = { workspaceId: string | undefined; onClose: () => void; onCreated: (project: Project) => void };

const EMPTY = '';

/** A new project: empty, or from a template of the workspace, which is then followed until the project opens. */
export function CreateProjectDialog({ workspaceId = '', onClose, onCreated }: Props) {
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [templateId, setTemplateId] = useState(EMPTY);
  const [answers, setAnswers] = useState<TemplateAnswers>({ values: {}, date: null });
  const [use, setUse] = useState<Instantiation | null>(null);
  const { data: templates = [] } = useQuery({ ...projectTemplatesQuery(workspaceId), enabled: workspaceId !== '' });
  const chosen = useQuery({ ...projectTemplateQuery(templateId), enabled: templateId !== EMPTY });
  const create = useCreateProject();
  const { begin } = useProjectTemplates(workspaceId);
  const template = templateId === EMPTY ? null : (chosen.data ?? null);
  const { given, isWhole } = answersOf(template?.variables ?? [], answers);
  const fault = templateId === EMPTY ? create.error : (chosen.error ?? begin.error);
  const errors = fault instanceof ApiError ? fault.errors : {};
  const isReady = name.trim() !== '' && (templateId === EMPTY || (template !== null && isWhole));

  const handleDone = (project: Project) => {
    onCreated(project);
    onClose();
  };
  const handleClose = () => {
    // What was begun goes on without the dialog.
    const known = use && queryClient.getQueryData(instantiationQuery(use).queryKey);
    if (use && known?.state !== 'failed') void followMaking(queryClient, use, name.trim(), onCreated);
    onClose();
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || create.isPending || begin.isPending) return;
    const body = { name: name.trim(), key: key.trim() || undefined };
    if (template) begin.mutate({ ...body, template, variables: given, date: answers.date }, { onSuccess: setUse });
    else create.mutate({ ...body, workspaceId: workspaceId || undefined }, { onSuccess: handleDone });
  };

  if (use) {
    return (
      <Dialog title={t('projects.new')} isOpen onClose={handleClose} width={460}>
        <MakingProject use={use} name={name.trim()} onMade={handleDone} onBack={() => setUse(null)} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('projects.new')} isOpen onClose={onClose} width={template ? 520 : undefined}>
      <form className="template-form" onSubmit={handleSubmit}>
        <Field label={t('projects.name')} errors={errors.name}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              maxLength={120}
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
          )}
        </Field>
        <Field label={t('projects.key')} hint={t('projects.keyHint')} errors={errors.key}>
          {(control) => (
            <Input
              {...control}
              maxLength={10}
              pattern="[A-Z0-9]{2,10}"
              value={key}
              onChange={(e) => setKey(e.target.value.toUpperCase().replace(/[^A-Z0-9]/g, ''))}
            />
          )}
        </Field>
        {templates.length > 0 && (
          <Field label={t('projectTemplates.startFrom')}>
            {(control) => (
              <Select
                {...control}
                value={templateId}
                options={[
                  { value: EMPTY, label: t('projectTemplates.nothing') },
                  ...templates.map((item) => ({ value: item.id, label: item.name })),
                ]}
                onChange={setTemplateId}
              />
            )}
          </Field>
        )}
        {templateId !== EMPTY && !template && !chosen.error && <Skeleton height={160} />}
        {template && (
          <>
            <TemplateValues variables={template.variables} answers={answers} onChange={setAnswers} />
            <TemplateContents template={template} values={answers.values} />
          </>
        )}
        {fault && !errors.name && !errors.key && (
          <p role="alert" className="text-danger">
            {reasonOf(fault)}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="primary"
            type="submit"
            isBusy={create.isPending || begin.isPending}
            disabled={templateId !== EMPTY && !isReady}
          >
            {t('projects.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
