import { useQuery } from '@tanstack/react-query';
import { Goal as GoalIcon, Plus } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Goal, Project, Workspace } from '@/api/types';
import { GoalDialog } from '@/features/goals/goal-dialog';
import { goalsQuery, useGoals } from '@/features/goals/goal-queries';
import { GoalRow } from '@/features/goals/goal-row';
import { goalTree } from '@/features/goals/goal-tree';
import { useLiveWorkspace } from '@/features/projects/use-live-parts';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import '@/styles/planning.css';
import '@/styles/settings.css';
import '@/styles/goals.css';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

type Props = {
  workspace: Workspace;
  /** The projects of the workspace that the reader sees. */
  projects: readonly Project[];
  /** The reader. */
  me: string | undefined;
};

/** What a workspace wants to reach, and how far it is. */
export function GoalList({ workspace, projects, me }: Props) {
  const { data, error, refetch } = useQuery(goalsQuery(workspace.id));
  const { remove } = useGoals(workspace.id);
  useLiveWorkspace(workspace.id, goalsQuery(workspace.id).queryKey, 'goal');
  const [edited, setEdited] = useState<Goal | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Goal | null>(null);
  const canEdit = workspace.role !== 'guest';
  const canRemove = (goal: Goal) => canEdit && (goal.ownerId === me || workspace.role !== 'member');
  const add = (
    <Button variant="primary" onClick={() => setEdited('new')}>
      <Plus size={15} aria-hidden="true" /> {t('goals.add')}
    </Button>
  );
  const handleRemove = (goal: Goal) =>
    remove.mutate(goal.id, {
      onSuccess: () => showToast(t('goals.removed', { name: goal.name })),
      onError: (fault) =>
        void showToast(t('goals.notRemoved', { reason: reasonOf(fault) }), {
          tone: 'danger',
          action: { label: t('ui.retry'), onAct: () => handleRemove(goal) },
        }),
      onSettled: () => setLeaving(null),
    });

  return (
    <>
      <header className="settings-head">
        <div className="min-w-0 flex-1">
          <h1 className="text-xl">{t('goals.title')}</h1>
          <p>{t('goals.text', { workspace: workspace.name })}</p>
        </div>
        {canEdit && data && data.length > 0 && add}
      </header>
      {error && !data && <ErrorState title={t('goals.loadFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={180} />}
      {data?.length === 0 && (
        <EmptyState
          icon={<GoalIcon size={22} />}
          title={t('goals.empty')}
          text={t('goals.emptyText')}
          action={canEdit && add}
        />
      )}
      {data && data.length > 0 && (
        <ul className="goals">
          {goalTree(data).map((placed) => (
            <GoalRow
              key={placed.goal.id}
              placed={placed}
              projects={projects}
              onEdit={canEdit ? () => setEdited(placed.goal) : null}
              onRemove={canRemove(placed.goal) ? () => setLeaving(placed.goal) : null}
            />
          ))}
        </ul>
      )}
      {edited && (
        <GoalDialog
          workspaceId={workspace.id}
          goal={edited === 'new' ? null : edited}
          goals={data ?? []}
          projects={projects}
          onClose={() => setEdited(null)}
        />
      )}
      {leaving && (
        <Dialog
          title={t('goals.removeAsk', { name: leaving.name })}
          description={t('goals.removeText')}
          isOpen
          onClose={() => setLeaving(null)}
        >
          <div className="dialog-actions">
            <Button variant="ghost" onClick={() => setLeaving(null)}>
              {t('ui.cancel')}
            </Button>
            <Button variant="danger" isBusy={remove.isPending} onClick={() => handleRemove(leaving)}>
              {t('goals.removeDo')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
