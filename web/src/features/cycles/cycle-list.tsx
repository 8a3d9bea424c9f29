import { useQuery } from '@tanstack/react-query';
import { IterationCw, Plus } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '@/api/api-error';
import { reasonOf } from '@/api/reason';
import type { Cycle, Project } from '@/api/types';
import { CloseCycleDialog } from '@/features/cycles/close-cycle-dialog';
import { CycleCard } from '@/features/cycles/cycle-card';
import { CycleDialog } from '@/features/cycles/cycle-dialog';
import { cyclesQuery, useCycles } from '@/features/cycles/cycle-queries';
import { CycleSetting } from '@/features/cycles/cycle-setting';
import { mayEditTasks, mayManage } from '@/features/projects/project-rights';
import { useLiveParts } from '@/features/projects/use-live-parts';
import { addDays, type DateOnly } from '@/lib/dates';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import '@/lib/i18n-task';
import '@/styles/cycles.css';
import '@/styles/planning.css';
import '@/styles/settings.css';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

type Props = { project: Project; onOpenTask: (key: string) => void };

/** The next one begins on the day after the last one ends. */
function proposalOf(cycles: readonly Cycle[], now: DateOnly) {
  const last = cycles.reduce((day, { endDate }) => (endDate > day ? endDate : day), addDays(now, -1));
  return { name: t('cycles.proposal', { number: cycles.length + 1 }), startDate: addDays(last, 1) };
}

/** The stretches of time in which a team works: what each takes on, and how it goes. */
export function CycleList({ project, onOpenTask }: Props) {
  const { data: cycles, error, refetch } = useQuery(cyclesQuery(project.id));
  const { remove } = useCycles(project.id);
  const now = useToday();
  const [edited, setEdited] = useState<Cycle | 'new' | null>(null);
  const [closing, setClosing] = useState<Cycle | null>(null);
  const [leaving, setLeaving] = useState<Cycle | null>(null);
  const [chosenId, setChosenId] = useState<string | null>();
  const isActive = project.state === 'active';
  const canManage = mayManage(project) && isActive;
  const current = cycles?.find(
    ({ state, startDate, endDate }) => state === 'open' && startDate <= now && now <= endDate,
  );
  useLiveParts(project.id, cyclesQuery(project.id).queryKey, 'cycle', 'cycle_settings');
  const shownId = chosenId === undefined ? current?.id : chosenId;
  const add = (
    <Button variant="primary" onClick={() => setEdited('new')}>
      <Plus size={15} aria-hidden="true" /> {t('cycles.add')}
    </Button>
  );
  const handleRemove = (cycle: Cycle) =>
    remove.mutate(cycle.id, {
      onSuccess: () => {
        setLeaving(null);
        showToast(t('cycles.removed', { name: cycle.name }));
      },
      onError: (fault) => {
        setLeaving(null);
        showToast(t('cycles.saveFailed', { reason: reasonOf(fault) }), { tone: 'danger' });
      },
    });

  return (
    <>
      <SettingsHead
        title={t('cycles.title')}
        text={t('cycles.text')}
        action={canManage && cycles && cycles.length > 0 ? add : undefined}
      />
      {error && !cycles && (
        <ErrorState
          title={t('cycles.loadFailed')}
          detail={error.message}
          traceId={error instanceof ApiError ? error.traceId : null}
          onRetry={() => void refetch()}
        />
      )}
      {!cycles && !error && <Skeleton height={180} />}
      {cycles?.length === 0 && (
        <EmptyState
          icon={<IterationCw size={22} />}
          title={t('cycles.empty')}
          text={t('cycles.emptyText')}
          action={canManage && add}
        />
      )}
      {cycles && cycles.length > 0 && (
        <ul className="cycles">
          {cycles.map((cycle) => (
            <CycleCard
              key={cycle.id}
              cycle={cycle}
              isShown={cycle.id === shownId}
              mayEdit={mayEditTasks(project) && isActive}
              acts={
                canManage
                  ? {
                      onClose: () => setClosing(cycle),
                      onEdit: () => setEdited(cycle),
                      onRemove: () => setLeaving(cycle),
                    }
                  : null
              }
              onToggle={() => setChosenId(cycle.id === shownId ? null : cycle.id)}
              onOpenTask={onOpenTask}
            />
          ))}
        </ul>
      )}
      {canManage && cycles && cycles.length > 0 && <CycleSetting projectId={project.id} />}
      {edited && (
        <CycleDialog
          projectId={project.id}
          cycle={edited === 'new' ? null : edited}
          proposal={proposalOf(cycles ?? [], now)}
          onClose={() => setEdited(null)}
        />
      )}
      {closing && <CloseCycleDialog cycle={closing} others={cycles ?? []} onClose={() => setClosing(null)} />}
      {leaving && (
        <Dialog
          title={t('cycles.removeAsk', { name: leaving.name })}
          description={t('cycles.removeText')}
          isOpen
          onClose={() => setLeaving(null)}
        >
          <div className="dialog-actions">
            <Button variant="ghost" onClick={() => setLeaving(null)}>
              {t('ui.cancel')}
            </Button>
            <Button variant="danger" isBusy={remove.isPending} onClick={() => handleRemove(leaving)}>
              {t('cycles.removeDo')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
