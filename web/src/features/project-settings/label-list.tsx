import { useQuery } from '@tanstack/react-query';
import { Tag } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Label, Project } from '@/api/types';
import { GroupChoice } from '@/features/project-settings/group-choice';
import { LABEL_GROUPS, LabelRow } from '@/features/project-settings/label-row';
import { NewLabel } from '@/features/project-settings/new-label';
import { useLabels } from '@/features/project-settings/settings-queries';
import { labelGroups } from '@/features/projects/label-groups';
import { labelsQuery } from '@/features/projects/project-queries';
import { mayManage } from '@/features/projects/project-rights';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { LabelChip } from '@/ui/label-chip';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

export function LabelList({ project }: { project: Project }) {
  const { data, error, refetch } = useQuery(labelsQuery(project.id));
  const { change, remove } = useLabels(project.id);
  const [leaving, setLeaving] = useState<Label | null>(null);
  const groups = labelGroups(data ?? []);
  const canEdit = mayManage(project) && project.state === 'active';

  const handleRemove = (label: Label) =>
    remove.mutate(label.id, {
      onSuccess: () => {
        setLeaving(null);
        showToast(t('settings.labelRemoved', { name: label.name }));
      },
      onError: (fault) => {
        setLeaving(null);
        showToast(t('settings.labelRemoveFailed', { name: label.name, reason: reasonOf(fault) }), {
          tone: 'danger',
          action: { label: t('ui.retry'), onAct: () => handleRemove(label) },
        });
      },
    });

  const handleExclusive = ([label]: readonly Label[], exclusive: boolean) =>
    label &&
    change.mutate(
      { id: label.id, exclusive },
      {
        onError: (fault) =>
          showToast(t('settings.labelFailed', { name: label.group ?? '', reason: reasonOf(fault) }), {
            tone: 'danger',
          }),
      },
    );

  return (
    <>
      <SettingsHead title={t('settings.labels')} text={t('settings.labelsText')} />
      {canEdit && <NewLabel projectId={project.id} known={data ?? []} />}
      {error && !data && <ErrorState title={t('settings.labelsFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={180} />}
      {data?.length === 0 && (
        <EmptyState icon={<Tag size={22} />} title={t('settings.labelsEmpty')} text={t('settings.labelsEmptyText')} />
      )}
      {groups.map(([heading, labels]) => (
        <section key={heading}>
          {heading && (
            <div className="flex flex-wrap items-center justify-between gap-x-4">
              <h3 className="menu-label">{heading}</h3>
              {canEdit ? (
                <GroupChoice
                  group={heading}
                  isExclusive={labels.some((label) => label.exclusive)}
                  onChange={(exclusive) => handleExclusive(labels, exclusive)}
                />
              ) : (
                labels.some((label) => label.exclusive) && (
                  <span className="text-xs text-ink-3">{t('settings.groupExclusive', { group: heading })}</span>
                )
              )}
            </div>
          )}
          <ul className="settings-list">
            {labels.map((label) =>
              canEdit ? (
                <LabelRow
                  key={label.id}
                  label={label}
                  onChange={(fields) => change.mutateAsync({ id: label.id, ...fields })}
                  onRemove={() => setLeaving(label)}
                />
              ) : (
                <li key={label.id} className="settings-row">
                  <LabelChip name={label.name} color={label.color} />
                </li>
              ),
            )}
          </ul>
        </section>
      ))}
      <datalist id={LABEL_GROUPS}>
        {groups.map(([heading]) => heading && <option key={heading} value={heading} />)}
      </datalist>
      {leaving && (
        <Dialog
          title={t('settings.labelRemoveAsk', { name: leaving.name })}
          description={t('settings.labelRemoveText')}
          isOpen
          onClose={() => setLeaving(null)}
        >
          <div className="dialog-actions">
            <Button variant="ghost" onClick={() => setLeaving(null)}>
              {t('ui.cancel')}
            </Button>
            <Button variant="danger" isBusy={remove.isPending} onClick={() => handleRemove(leaving)}>
              {t('settings.labelRemoveDo')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
