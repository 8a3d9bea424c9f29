import { useQuery } from '@tanstack/react-query';
import { Package, Plus } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Project, Release } from '@/api/types';
import { milestonesQuery } from '@/features/projects/milestone-queries';
import { mayManage } from '@/features/projects/project-rights';
import { useLiveParts } from '@/features/projects/use-live-parts';
import { ReleaseCard } from '@/features/releases/release-card';
import { ReleaseDialog } from '@/features/releases/release-dialog';
import { releasesQuery, useReleases } from '@/features/releases/release-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import '@/styles/cycles.css';
import '@/styles/planning.css';
import '@/styles/settings.css';
import '@/styles/task.css';
import '@/styles/time-sheets.css';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

type Props = { project: Project; onOpenTask: (key: string) => void };

/** What a project gives out, and when. */
export function ReleaseList({ project, onOpenTask }: Props) {
  const now = useToday();
  const { data: releases, error, refetch } = useQuery(releasesQuery(project.id));
  const { data: milestones = [] } = useQuery(milestonesQuery(project.id));
  const { mark, remove } = useReleases(project.id);
  useLiveParts(project.id, releasesQuery(project.id).queryKey, 'release');
  useLiveParts(project.id, milestonesQuery(project.id).queryKey, 'milestone');
  const [edited, setEdited] = useState<Release | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Release | null>(null);
  const canManage = mayManage(project) && project.state === 'active';
  const add = (
    <Button variant="primary" onClick={() => setEdited('new')}>
      <Plus size={15} aria-hidden="true" /> {t('releases.add')}
    </Button>
  );
  const failed = (fault: unknown) =>
    void showToast(t('releases.saveFailed', { reason: reasonOf(fault) }), { tone: 'danger' });

  /** What is published without a day was published today. */
  const handleMark = (release: Release, state: Release['state']) => {
    const { id, name } = release;
    const text = t(state === 'archived' ? 'releases.wasArchived' : 'releases.wasPublished', { name });
    const onAct = () => mark.mutate({ id, state: release.state, date: release.date }, { onError: failed });
    mark.mutate(
      { id, state, date: release.date ?? (state === 'released' ? now : null) },
      { onSuccess: () => void showToast(text, { action: { label: t('ui.undo'), onAct } }), onError: failed },
    );
  };
  const handleRemove = (release: Release) =>
    remove.mutate(release.id, {
      onSuccess: () => void showToast(t('releases.removed', { name: release.name })),
      onError: failed,
      onSettled: () => setLeaving(null),
    });

  return (
    <>
      <SettingsHead
        title={t('releases.title')}
        text={t('releases.text')}
        action={canManage && releases && releases.length > 0 ? add : undefined}
      />
      {error && !releases && (
        <ErrorState
          title={t('releases.loadFailed')}
          traceId={error instanceof ApiError ? error.traceId : null}
          onRetry={() => void refetch()}
        />
      )}
      {!releases && !error && <Skeleton height={180} />}
      {releases?.length === 0 && (
        <EmptyState
          icon={<Package size={22} />}
          title={t('releases.empty')}
          text={t('releases.emptyText')}
          action={canManage && add}
        />
      )}
      {releases && releases.length > 0 && (
        <ul className="cycles">
          {releases.map((release) => (
            <ReleaseCard
              key={release.id}
              release={release}
              milestones={milestones}
              acts={
                canManage
                  ? {
                      onMark: (state) => handleMark(release, state),
                      onEdit: () => setEdited(release),
                      onRemove: () => setLeaving(release),
                    }
                  : null
              }
              onOpenTask={onOpenTask}
            />
          ))}
        </ul>
      )}
      {edited && (
        <ReleaseDialog
          projectId={project.id}
          release={edited === 'new' ? null : edited}
          milestones={milestones}
          onClose={() => setEdited(null)}
        />
      )}
      {leaving && (
        <Dialog
          title={t('releases.removeAsk', { name: leaving.name })}
          description={t('releases.removeText')}
          isOpen
          onClose={() => setLeaving(null)}
        >
          <div className="dialog-actions">
            <Button variant="ghost" onClick={() => setLeaving(null)}>
              {t('ui.cancel')}
            </Button>
            <Button variant="danger" isBusy={remove.isPending} onClick={() => handleRemove(leaving)}>
              {t('releases.removeDo')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
