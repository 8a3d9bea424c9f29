import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '@/api/reason';
import type { Project, WorkflowState } from '@/api/types';
import { NewState } from '@/features/project-settings/workflow/new-state';
import { StateRow } from '@/features/project-settings/workflow/state-row';
import { type Edit, type Mapping, useEditWorkflow } from '@/features/project-settings/workflow/workflow-queries';
import { added } from '@/features/project-settings/workflow/workflow-state';
import { membersQuery, workflowQuery } from '@/features/projects/project-queries';
import { mayManage } from '@/features/projects/project-rights';
import { t } from '@/lib/i18n';
import { ErrorState } from '@/ui/error-state';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

const NONE: readonly WorkflowState[] = [];

/** The states that tasks go through: their names, their order, and which may follow which. */
export function WorkflowEditor({ project }: { project: Project }) {
  const { data, error, refetch } = useQuery(workflowQuery(project.id));
  const { data: people = [] } = useQuery(membersQuery(project.id));
  const states = data ?? NONE;
  const save = useEditWorkflow(project.id);
  const canEdit = mayManage(project) && project.state === 'active';

  const edit = (change: Edit, mapping?: Mapping) =>
    save.mutateAsync({ edit: change, mapping }).catch((fault: unknown) => {
      const text = t('workflow.failed', { reason: reasonOf(fault) });
      showToast(text, { tone: 'danger', action: { label: t('ui.retry'), onAct: () => void edit(change, mapping) } });
    });

  return (
    <>
      <SettingsHead title={t('workflow.title')} text={t('workflow.text')} />
      {error && !data && <ErrorState title={t('workflow.loadFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={300} />}
      {states.length > 0 && (
        <ol className="settings-list">
          {states.map((state, index) => (
            <StateRow
              key={state.key}
              people={people}
              state={state}
              states={states}
              index={index}
              onEdit={canEdit ? (change, mapping) => void edit(change, mapping) : null}
            />
          ))}
        </ol>
      )}
      {canEdit && states.length > 0 && (
        <NewState
          isBusy={save.isPending}
          onAdd={(name, category) => void edit((known) => added(known, name, category))}
        />
      )}
      {canEdit && states.length > 0 && <p className="text-xs text-ink-3">{t('workflow.fixed')}</p>}
    </>
  );
}
