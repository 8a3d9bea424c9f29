import { useQuery } from '@tanstack/react-query';
import { Flag, Plus } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Milestone, Project } from '@/api/types';
import { useMilestones } from '@/features/milestones/milestone-changes';
import { MilestoneDialog } from '@/features/milestones/milestone-dialog';
import { MilestoneRow } from '@/features/milestones/milestone-row';
import { forecastsQuery } from '@/features/projects/forecast-queries';
import { milestonesQuery } from '@/features/projects/milestone-queries';
import { mayManage } from '@/features/projects/project-rights';
import { useLiveParts } from '@/features/projects/use-live-parts';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import '@/styles/planning.css';
import '@/styles/settings.css';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

/** What a project wants to have reached, and by when. */
export function MilestoneList({ project }: { project: Project }) {
  const { data, error, refetch } = useQuery(milestonesQuery(project.id));
  const forecasts = useQuery(forecastsQuery(project.id));
  const { mark, remove } = useMilestones(project.id);
  useLiveParts(project.id, milestonesQuery(project.id).queryKey, 'milestone');
  const [edited, setEdited] = useState<Milestone | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Milestone | null>(null);
  const canEdit = mayManage(project) && project.state === 'active';
  const add = (
    <Button variant="primary" onClick={() => setEdited('new')}>
      <Plus size={15} aria-hidden="true" /> {t('milestones.add')}
    </Button>
  );
  const failed = (fault: unknown, retry: () => void) =>
    void showToast(t('milestones.saveFailed', { reason: reasonOf(fault) }), {
      tone: 'danger',
      action: { label: t('ui.retry'), onAct: retry },
    });
  const handleMark = ({ id, state }: Milestone) => {
    const next = state === 'open' ? ('completed' as const) : ('open' as const);
    mark.mutate({ id, state: next }, { onError: (fault) => failed(fault, () => mark.mutate({ id, state: next })) });
  };
  const handleRemove = (milestone: Milestone) =>
    remove.mutate(milestone.id, {
      onSuccess: () => {
        setLeaving(null);
        showToast(t('milestones.removed', { name: milestone.name }));
      },
      onError: (fault) => {
        setLeaving(null);
        failed(fault, () => handleRemove(milestone));
      },
    });

  return (
    <>
      <SettingsHead
        title={t('milestones.title')}
        text={t('milestones.text')}
        action={canEdit && data && data.length > 0 ? add : undefined}
      />
      {error && !data && <ErrorState title={t('milestones.loadFailed')} onRetry={() => void refetch()} />}
      {forecasts.error && data && data.length > 0 && (
        <p role="alert" className="text-xs text-danger">
          {t('milestones.noForecasts', { reason: reasonOf(forecasts.error) })}
        </p>
      )}
      {!data && !error && <Skeleton height={180} />}
      {data?.length === 0 && (
        <EmptyState
          icon={<Flag size={22} />}
          title={t('milestones.empty')}
          text={t('milestones.emptyText')}
          action={canEdit && add}
        />
      )}
      {data && data.length > 0 && (
        <ul className="milestones">
          {data.map((milestone) => (
            <MilestoneRow
              key={milestone.id}
              milestone={milestone}
              forecast={forecasts.data?.get(milestone.id)}
              acts={
                canEdit
                  ? {
                      onMark: () => handleMark(milestone),
                      onEdit: () => setEdited(milestone),
                      onRemove: () => setLeaving(milestone),
                    }
                  : null
              }
            />
          ))}
        </ul>
      )}
      {edited && (
        <MilestoneDialog
          projectId={project.id}
          milestone={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      {leaving && (
        <Dialog
          title={t('milestones.removeAsk', { name: leaving.name })}
          description={t('milestones.removeText')}
          isOpen
          onClose={() => setLeaving(null)}
        >
          <div className="dialog-actions">
            <Button variant="ghost" onClick={() => setLeaving(null)}>
              {t('ui.cancel')}
            </Button>
            <Button variant="danger" isBusy={remove.isPending} onClick={() => handleRemove(leaving)}>
              {t('milestones.removeDo')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
