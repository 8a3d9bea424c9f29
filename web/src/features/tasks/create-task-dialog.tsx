import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/api-error';
import type { Project, Task } from '@/api/types';
import { projectsQuery } from '@/features/projects/project-queries';
import { useCreateTask } from '@/features/tasks/task-queries';
import { t } from '@/lib/i18n';
import { useDraft } from '@/lib/use-draft';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { KeyHint } from '@/ui/key-hint';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/toast-store';

type Props = { userId: string; project: Project | null; onClose: () => void; onOpen: (task: Task) => void };

/** New task from anywhere. The title is kept as a draft until it is created. */
export function CreateTaskDialog({ userId, project, onClose, onOpen }: Props) {
  const { data: projects = [] } = useQuery(projectsQuery);
  const active = projects.filter((candidate) => candidate.state === 'active');
  const [chosenId, setChosenId] = useState(project?.id ?? '');
  const projectId = chosenId || active[0]?.id || '';
  const draft = useDraft(`${userId}/new-task/title`);
  const create = useCreateTask();
  const errors = create.error instanceof ApiError ? create.error.errors : {};

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const title = draft.text.trim();
    if (!title || !projectId || create.isPending) return;
    create.mutate(
      { projectId, title },
      {
        onSuccess: (task) => {
          draft.clear();
          onClose();
          const action = { label: t('tasks.open'), onAct: () => onOpen(task) };
          showToast(t('tasks.created', { key: task.key }), { action });
        },
      },
    );
  };

  return (
    <Dialog title={t('tasks.new')} isOpen onClose={onClose} isBare width={620}>
      <form className="grid gap-3 p-4" onSubmit={handleSubmit}>
        <div className="flex items-center gap-3">
          <Select
            className="!w-auto !min-h-[28px] !py-0"
            aria-label={t('tasks.project')}
            value={projectId}
            options={active.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosenId}
          />
          <span className="text-xs text-ink-3">{t('tasks.new')}</span>
        </div>
        <input
          className="w-full bg-transparent py-1 text-lg outline-none placeholder:text-ink-3"
          aria-label={t('tasks.title')}
          placeholder={t('tasks.titlePlaceholder')}
          autoFocus
          maxLength={500}
          value={draft.text}
          onChange={(event) => draft.write(event.target.value)}
        />
        {create.error && (
          <p role="alert" className="text-danger">
            {errors.title?.join(' ') ?? create.error.message}
          </p>
        )}
        <div className="dialog-actions -mx-4 border-t border-line px-4 pt-3">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isBusy={create.isPending} disabled={!draft.text.trim() || !projectId}>
            {t('tasks.create')} <KeyHint keys="enter" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
