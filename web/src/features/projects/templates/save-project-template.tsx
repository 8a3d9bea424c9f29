import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Project } from '@/api/types';
import { workspacesQuery } from '@/features/projects/project-queries';
import { useProjectTemplates } from '@/features/projects/templates/project-template-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-templates';
import { Button } from '@/ui/button';
import { DangerRow } from '@/ui/danger-row';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { showToast } from '@/ui/toast-store';

type Props = { project: Project; onShow: () => void };

/** Makes a template out of the project as it stands; guests of the workspace cannot. */
export function SaveProjectTemplate({ project, onShow }: Props) {
  const { data: workspaces = [] } = useQuery(workspacesQuery);
  const { saveProject } = useProjectTemplates(project.workspaceId);
  const [name, setName] = useState<string | null>(null);
  const role = workspaces.find((workspace) => workspace.id === project.workspaceId)?.role;
  if (!role || role === 'guest') return null;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name?.trim();
    if (!wanted || saveProject.isPending) return;
    saveProject.mutate(
      { projectId: project.id, name: wanted },
      {
        onSuccess: () => {
          setName(null);
          const action = { label: t('projectTemplates.show'), onAct: onShow };
          showToast(t('projectTemplates.saved', { name: wanted }), { action });
        },
      },
    );
  };
  return (
    <>
      <div className="danger-zone">
        <DangerRow title={t('projectTemplates.save')} text={t('projectTemplates.saveText')}>
          <Button onClick={() => setName(project.name)}>{t('projectTemplates.saveDo')}</Button>
        </DangerRow>
      </div>
      {name !== null && (
        <Dialog
          title={t('projectTemplates.save')}
          description={t('projectTemplates.saveWhat')}
          isOpen
          onClose={() => setName(null)}
        >
          <form className="grid gap-4" onSubmit={handleSubmit}>
            <Field label={t('templates.name')}>
              {(control) => (
                <Input
                  {...control}
                  autoFocus
                  required
                  maxLength={200}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            {saveProject.error && (
              <p role="alert" className="text-xs text-danger">
                {t('templates.saveFailed', { reason: reasonOf(saveProject.error) })}
              </p>
            )}
            <div className="dialog-actions">
              <Button variant="ghost" onClick={() => setName(null)}>
                {t('ui.cancel')}
              </Button>
              <Button variant="primary" type="submit" isBusy={saveProject.isPending} disabled={!name.trim()}>
                {t('templates.save')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
