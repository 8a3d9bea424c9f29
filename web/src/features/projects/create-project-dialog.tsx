import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import type { Project } from '@/api/types';
import { useCreateProject } from '@/features/projects/project-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Props = { workspaceId: string | undefined; onClose: () => void; onCreated: (project: Project) => void };

export function CreateProjectDialog({ workspaceId, onClose, onCreated }: Props) {
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const create = useCreateProject();
  const errors = create.error instanceof ApiError ? create.error.errors : {};
  const general = create.error && Object.keys(errors).length === 0 ? create.error.message : null;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    create.mutate(
      { name: name.trim(), key: key.trim() || undefined, workspaceId },
      {
        onSuccess: (project) => {
          onCreated(project);
          onClose();
        },
      },
    );
  };

  return (
    <Dialog title={t('projects.new')} isOpen onClose={onClose}>
      <form className="grid gap-4" onSubmit={handleSubmit}>
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
        {general && (
          <p role="alert" className="text-danger">
            {general}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={create.isPending}>
            {t('projects.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
