import { type FormEvent, useState } from 'react';
import { errorsAt, reasonOf } from '@/api/reason';
import { useCreateWorkspace } from '@/features/account/workspace-queries';
import { chooseWorkspace } from '@/lib/chosen-workspace';
import { t } from '@/lib/i18n';
import '@/lib/i18n-settings';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Props = { onClose: () => void; onCreated: () => void };

export function CreateWorkspaceDialog({ onClose, onCreated }: Props) {
  const [name, setName] = useState('');
  const create = useCreateWorkspace();
  const errors = errorsAt(create.error, 'name') ?? (create.error ? [reasonOf(create.error)] : undefined);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    create.mutate(name.trim(), {
      onSuccess: (workspace) => {
        chooseWorkspace(workspace.id);
        onClose();
        onCreated();
      },
    });
  };
  return (
    <Dialog title={t('account.newWorkspace')} description={t('account.newWorkspaceText')} isOpen onClose={onClose}>
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('account.workspaceName')} errors={errors}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={create.isPending}>
            {t('account.createWorkspace')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
