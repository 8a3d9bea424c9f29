import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Project, TaskTemplate } from '@/api/types';
import { mayEditTasks } from '@/features/projects/project-rights';
import { TemplateDialog } from '@/features/tasks/templates/template-dialog';
import { bodyOf, draftOf, emptyDraft } from '@/features/tasks/templates/template-draft';
import { taskTemplatesQuery, useTaskTemplates } from '@/features/tasks/templates/template-queries';
import { templateFacts } from '@/features/tasks/templates/template-words';
import { t } from '@/lib/i18n';
import '@/lib/i18n-templates';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { IconButton } from '@/ui/icon-button';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

/** The patterns from which tasks of a project are made. */
export function TemplateList({ project }: { project: Project }) {
  const { data, error, refetch } = useQuery(taskTemplatesQuery(project.id));
  const { save, remove } = useTaskTemplates(project.id);
  const [edited, setEdited] = useState<TaskTemplate | 'new' | null>(null);
  const canEdit = mayEditTasks(project) && project.state === 'active';
  const add = (
    <Button variant="primary" onClick={() => setEdited('new')}>
      <Plus size={15} aria-hidden="true" /> {t('templates.add')}
    </Button>
  );

  const warn = (text: string, onAct: () => void) =>
    void showToast(text, { tone: 'danger', action: { label: t('ui.retry'), onAct } });
  const handleUndo = (template: TaskTemplate) =>
    save.mutate(
      { template: null, body: bodyOf(draftOf(template)) },
      {
        onError: (fault) => warn(t('templates.saveFailed', { reason: reasonOf(fault) }), () => handleUndo(template)),
      },
    );
  const handleRemove = (template: TaskTemplate) =>
    remove.mutate(template, {
      onSuccess: () => {
        const undo = { label: t('ui.undo'), onAct: () => handleUndo(template) };
        showToast(t('templates.removed', { name: template.name }), { action: undo });
      },
      onError: (fault) =>
        warn(t('templates.removeFailed', { name: template.name, reason: reasonOf(fault) }), () =>
          handleRemove(template),
        ),
    });

  return (
    <>
      <SettingsHead
        title={t('templates.title')}
        text={t('templates.text')}
        action={canEdit && data && data.length > 0 ? add : undefined}
      />
      {error && !data && <ErrorState title={t('templates.loadFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={180} />}
      {data?.length === 0 && (
        <EmptyState
          icon={<LayoutTemplate size={22} />}
          title={t('templates.empty')}
          text={t('templates.emptyText')}
          action={canEdit && add}
        />
      )}
      <ul className="settings-list">
        {data?.map((template) => (
          <li key={template.id} className="settings-row">
            <span className="row-icon" aria-hidden="true">
              <LayoutTemplate size={16} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{template.name}</span>
              <span className="block text-xs text-ink-3 [overflow-wrap:anywhere]">
                {[template.title, ...templateFacts(template)].join(' · ')}
              </span>
            </span>
            {canEdit && (
              <span className="flex">
                <IconButton label={t('templates.edit', { name: template.name })} onClick={() => setEdited(template)}>
                  <Pencil size={15} />
                </IconButton>
                <IconButton
                  label={t('templates.remove', { name: template.name })}
                  onClick={() => handleRemove(template)}
                >
                  <Trash2 size={15} />
                </IconButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <TemplateDialog
          projectId={project.id}
          template={edited === 'new' ? null : edited}
          start={edited === 'new' ? emptyDraft() : draftOf(edited)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
