import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Project, SavedView } from '@/api/types';
import { mayEditTasks } from '@/features/projects/project-rights';
import { useViewChanges } from '@/features/views/view-queries';
import type { ViewLook } from '@/features/views/view-state';
import { type Text, t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type Props = {
  project: Project;
  /** Whether the reader manages the workspace. */
  mayShareAll: boolean;
  /** The view that gets another name or other readers; without one a new one is made of the look. */
  view: SavedView | null;
  look: ViewLook;
  onClose: () => void;
  onSaved: (view: SavedView) => void;
};

type Scope = 'project' | 'workspace';
type Seen = SavedView['visibility'];
const SCOPE_TEXT: Record<Scope, Text> = { project: 'views.thisProject', workspace: 'views.allProjects' };
const SEEN_TEXT: Record<Seen, Text> = {
  private: 'views.private',
  project: 'views.project',
  workspace: 'views.workspace',
};

/** What it is called, of which tasks it is, and who sees it. */
export function SaveViewDialog({ project, mayShareAll, view, look, onClose, onSaved }: Props) {
  const { create, change } = useViewChanges();
  const [name, setName] = useState(view?.name ?? '');
  const [scope, setScope] = useState<Scope>(view && !view.projectId ? 'workspace' : 'project');
  const [seen, setSeen] = useState<Seen>(view?.visibility ?? 'private');
  const error = create.error ?? change.error;
  const faults = error instanceof ApiError ? error.errors : {};
  const mayShare = scope === 'project' ? mayEditTasks(project) : mayShareAll;
  const readers: Seen[] = mayShare || seen !== 'private' ? ['private', scope] : ['private'];

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = (saved: SavedView) => {
      onClose();
      onSaved(saved);
    };
    const fields = { name: name.trim(), visibility: seen };
    const place = scope === 'project' ? { projectId: project.id } : { workspaceId: project.workspaceId };
    if (view) change.mutate({ view, fields }, { onSuccess });
    else create.mutate({ ...look, ...fields, ...place }, { onSuccess });
  };
  return (
    <Dialog title={t(view ? 'views.editTitle' : 'views.saveTitle')} isOpen onClose={onClose} width={440}>
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <Field label={t('views.name')} errors={faults.name}>
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
        {!view && (
          <Field label={t('views.scope')}>
            {(control) => (
              <Select
                {...control}
                value={scope}
                options={(['project', 'workspace'] as const).map((value) => ({ value, label: t(SCOPE_TEXT[value]) }))}
                onChange={(next) => {
                  setScope(next);
                  setSeen('private');
                }}
              />
            )}
          </Field>
        )}
        <Field label={t('views.seenBy')} errors={faults.visibility}>
          {(control) => (
            <Select
              {...control}
              value={seen}
              options={readers.map((value) => ({ value, label: t(SEEN_TEXT[value]) }))}
              onChange={setSeen}
            />
          )}
        </Field>
        {error && !faults.name && !faults.visibility && (
          <p role="alert" className="text-xs text-danger">
            {t('views.notSaved', { reason: reasonOf(error) })}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={create.isPending || change.isPending} disabled={!name.trim()}>
            {t('views.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
