import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Project } from '@/api/types';
import { useArchive, useProjectRemoval } from '@/features/projects/project-lifecycle';
import { mayManage, mayOwn } from '@/features/projects/project-rights';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { DangerRow } from '@/ui/danger-row';
import { SettingsHead } from '@/ui/settings-head';
import { showToast } from '@/ui/toast-store';
import { TypedConfirm } from '@/ui/typed-confirm';

type Props = { project: Project; onDeleted: () => void };

export function DangerZone({ project, onDeleted }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const archive = useArchive(project);
  const { remove, restore } = useProjectRemoval();
  const isArchived = project.state === 'archived';
  const { name } = project;

  const handleArchive = (act: 'archive' | 'unarchive') =>
    archive.mutate(act, {
      onSuccess: () => {
        const back = act === 'archive' ? 'unarchive' : null;
        showToast(t(back ? 'settings.archived' : 'settings.unarchived', { name }), {
          action: back ? { label: t('ui.undo'), onAct: () => handleArchive(back) } : undefined,
        });
      },
      onError: (fault) =>
        void showToast(t('settings.archiveFailed', { name, reason: reasonOf(fault) }), {
          tone: 'danger',
          action: { label: t('ui.retry'), onAct: () => handleArchive(act) },
        }),
    });

  const handleRestore = () =>
    void restore(project).catch((fault: unknown) =>
      showToast(t('settings.restoreFailed', { name, reason: reasonOf(fault) }), {
        tone: 'danger',
        action: { label: t('ui.retry'), onAct: handleRestore },
      }),
    );

  const handleDelete = () =>
    remove.mutate(project, {
      onSuccess: () => {
        showToast(t('settings.deleted', { name }), { action: { label: t('ui.undo'), onAct: handleRestore } });
        onDeleted();
      },
    });

  return (
    <>
      <SettingsHead title={t('settings.danger')} text={t('settings.dangerText')} />
      <div className="danger-zone">
        {mayManage(project) && (
          <DangerRow
            title={t(isArchived ? 'settings.unarchive' : 'settings.archive')}
            text={t(isArchived ? 'settings.unarchiveText' : 'settings.archiveText')}
          >
            <Button isBusy={archive.isPending} onClick={() => handleArchive(isArchived ? 'unarchive' : 'archive')}>
              {t(isArchived ? 'settings.unarchiveDo' : 'settings.archiveDo')}
            </Button>
          </DangerRow>
        )}
        {mayOwn(project) && (
          <DangerRow title={t('settings.delete')} text={t('settings.deleteText')}>
            <Button variant="danger" onClick={() => setIsAsking(true)}>
              {t('settings.deleteDo')}
            </Button>
          </DangerRow>
        )}
      </div>
      {isAsking && (
        <TypedConfirm
          title={t('settings.deleteAsk', { name })}
          text={t('settings.deleteText')}
          word={name}
          ask={t('settings.typeName', { name })}
          action={t('settings.deleteDo')}
          isBusy={remove.isPending}
          error={remove.error && (reasonOf(remove.error) || t('settings.deleteFailed', { name }))}
          onConfirm={handleDelete}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
