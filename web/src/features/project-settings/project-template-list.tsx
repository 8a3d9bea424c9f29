import { useQuery } from '@tanstack/react-query';
import { Eye, LayoutTemplate, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { ProjectTemplate, ProjectTemplateItem, Workspace } from '@/api/types';
import {
  projectTemplateQuery,
  projectTemplatesQuery,
  useProjectTemplates,
} from '@/features/projects/templates/project-template-queries';
import { TemplateContents } from '@/features/projects/templates/template-contents';
import { useLiveWorkspace } from '@/features/projects/use-live-parts';
import { dayOf, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import '@/lib/i18n-templates';
import { useToday } from '@/lib/use-today';
import { Dialog } from '@/ui/dialog';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { IconButton } from '@/ui/icon-button';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

const TemplateEditor = lazy(() =>
  import('@/features/project-settings/project-template/template-editor').then((module) => ({
    default: module.TemplateEditor,
  })),
);

type Props = { workspace: Workspace; userId: string };

/** The patterns from which projects of a workspace are made. Who made one deletes it, and who runs the workspace. */
export function ProjectTemplateList({ workspace, userId }: Props) {
  const { data, error, refetch } = useQuery(projectTemplatesQuery(workspace.id));
  const { remove, restore } = useProjectTemplates(workspace.id);
  useLiveWorkspace(workspace.id, ['project-templates'], 'project_template');
  const [shownId, setShownId] = useState<string | null>(null);
  const [editedId, setEditedId] = useState<string | null>(null);
  const now = useToday();
  const isAdmin = workspace.role === 'owner' || workspace.role === 'admin';

  const warn = (text: string, onAct: () => void) =>
    void showToast(text, { tone: 'danger', action: { label: t('ui.retry'), onAct } });
  const handleUndo = (template: ProjectTemplate) =>
    restore.mutate(template, {
      onError: (fault) => warn(t('templates.saveFailed', { reason: reasonOf(fault) }), () => handleUndo(template)),
    });
  const handleRemove = (item: ProjectTemplateItem) =>
    remove.mutate(item, {
      onSuccess: (whole) => {
        const undo = { label: t('ui.undo'), onAct: () => handleUndo(whole) };
        showToast(t('projectTemplates.removed', { name: item.name }), { action: undo });
      },
      onError: (fault) =>
        warn(t('templates.removeFailed', { name: item.name, reason: reasonOf(fault) }), () => handleRemove(item)),
    });

  return (
    <>
      <SettingsHead title={t('projectTemplates.title')} text={t('projectTemplates.text')} />
      {error && !data && <ErrorState title={t('templates.loadFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={180} />}
      {data?.length === 0 && (
        <EmptyState
          icon={<LayoutTemplate size={22} />}
          title={t('projectTemplates.empty')}
          text={t('projectTemplates.emptyText')}
        />
      )}
      <ul className="settings-list">
        {data?.map((item) => (
          <li key={item.id} className="settings-row">
            <span className="row-icon" aria-hidden="true">
              <LayoutTemplate size={16} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{item.name}</span>
              <span className="block truncate text-xs text-ink-3">
                {t('projectTemplates.changed', { day: shortDate(dayOf(item.updatedAt), now) })}
              </span>
            </span>
            <span className="flex">
              <IconButton label={t('projectTemplates.look', { name: item.name })} onClick={() => setShownId(item.id)}>
                <Eye size={15} />
              </IconButton>
              {(isAdmin || item.createdBy === userId) && (
                <>
                  <IconButton label={t('templates.edit', { name: item.name })} onClick={() => setEditedId(item.id)}>
                    <Pencil size={15} />
                  </IconButton>
                  <IconButton label={t('templates.remove', { name: item.name })} onClick={() => handleRemove(item)}>
                    <Trash2 size={15} />
                  </IconButton>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {shownId && <TemplatePreview id={shownId} onClose={() => setShownId(null)} />}
      {editedId && <EditedTemplate key={editedId} id={editedId} onClose={() => setEditedId(null)} />}
    </>
  );
}

/** What is edited is what stands there now, whole; while it is, news of others does not reach it. */
function EditedTemplate({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, isFetching } = useQuery(projectTemplateQuery(id));
  const [begun, setBegun] = useState<ProjectTemplate | null>(null);
  if (!begun && data && !isFetching) setBegun(data);
  if (error && !begun) {
    return (
      <Dialog title={t('projectTemplates.title')} isOpen onClose={onClose}>
        <ErrorState title={t('templates.loadFailed')} />
      </Dialog>
    );
  }
  return <Suspense fallback={null}>{begun && <TemplateEditor template={begun} onClose={onClose} />}</Suspense>;
}

function TemplatePreview({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(projectTemplateQuery(id));
  return (
    <Dialog title={data?.name ?? t('projectTemplates.title')} isOpen onClose={onClose} width={520}>
      {error && <ErrorState title={t('templates.loadFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={180} />}
      {data && <TemplateContents template={data} values={{}} />}
    </Dialog>
  );
}
