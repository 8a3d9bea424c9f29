import { ArrowDown, ArrowUp, ShieldCheck, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { WorkflowState } from '@/api/types';
import { MoveMenu } from '@/features/project-settings/workflow/move-menu';
import { StateRuleLine } from '@/features/project-settings/workflow/state-rule-line';
import { countRules } from '@/features/project-settings/workflow/state-rules';
import type { Approver } from '@/features/project-settings/workflow/state-rules-dialog';
import type { Edit, Mapping } from '@/features/project-settings/workflow/workflow-queries';
import { moved, renamed, targetsOf } from '@/features/project-settings/workflow/workflow-state';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState } from '@/features/tasks/task-state';
import { announce } from '@/lib/announce';
import { type Text, t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';

const StateRulesDialog = lazy(() =>
  import('@/features/project-settings/workflow/state-rules-dialog').then((module) => ({
    default: module.StateRulesDialog,
  })),
);

const RemoveStateDialog = lazy(() =>
  import('@/features/project-settings/workflow/remove-state-dialog').then((module) => ({
    default: module.RemoveStateDialog,
  })),
);

type Props = {
  /** Who can be asked to approve. */
  people: readonly Approver[];
  state: WorkflowState;
  states: readonly WorkflowState[];
  index: number;
  /** Null: the reader may not change it. */
  onEdit: ((edit: Edit, mapping?: Mapping) => void) | null;
};

export const CATEGORY_TEXT: Record<WorkflowState['category'], Text> = {
  backlog: 'workflow.backlog',
  unstarted: 'workflow.unstarted',
  started: 'workflow.started',
  completed: 'workflow.completed',
  cancelled: 'workflow.cancelled',
};

export function StateRow({ people, state, states, index, onEdit }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [opened, setOpened] = useState<'rules' | 'removal' | null>(null);
  const ruleCount = countRules(state);
  const { key, name } = state;
  const icon = <StatusIcon category={state.category} isReview={isReviewState(key, states)} />;
  const kind = <span className="state-kind">{t(CATEGORY_TEXT[state.category])}</span>;

  const rules = <StateRuleLine state={state} states={states} people={people} />;

  if (!onEdit) {
    const targets = targetsOf(states, key).map(
      (target) => states.find((other) => other.key === target)?.name ?? target,
    );
    return (
      <li className="settings-row">
        {icon}
        <span className="state-what font-medium">
          {name}
          {rules}
        </span>
        {kind}
        <span className="state-moves text-ink-3">
          {state.next.length === 0 ? t('workflow.anywhere') : t('workflow.leadsTo', { names: targets.join(', ') })}
        </span>
      </li>
    );
  }
  const commit = () => {
    const next = typed?.trim();
    setTyped(null);
    if (next && next !== name) onEdit((known) => renamed(known, key, next));
  };
  const close = () => setOpened(null);
  const move = (by: 1 | -1) => {
    onEdit((known) => moved(known, key, by));
    announce(t('workflow.moved', { name, position: index + 1 + by, count: states.length }));
  };
  return (
    <li className="settings-row state-row">
      {icon}
      <span className="state-what">
        <input
          className="quiet-input"
          aria-label={t('workflow.rename', { name })}
          maxLength={60}
          value={typed ?? name}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
            if (event.key === 'Escape') setTyped(null);
          }}
        />
        {rules}
      </span>
      {kind}
      <MoveMenu state={state} states={states} onEdit={onEdit} />
      <span className="flex">
        <IconButton
          label={t('workflow.rules', { name, count: ruleCount })}
          className={ruleCount > 0 ? '!text-accent-ink' : undefined}
          onClick={() => setOpened('rules')}
        >
          <ShieldCheck size={15} />
        </IconButton>
        <IconButton label={t('workflow.up', { name })} disabled={index === 0} onClick={() => move(-1)}>
          <ArrowUp size={15} />
        </IconButton>
        <IconButton label={t('workflow.down', { name })} disabled={index === states.length - 1} onClick={() => move(1)}>
          <ArrowDown size={15} />
        </IconButton>
        <IconButton
          label={t('workflow.delete', { name })}
          disabled={states.length < 2}
          onClick={() => setOpened('removal')}
        >
          <Trash2 size={15} />
        </IconButton>
      </span>
      <Suspense>
        {opened === 'rules' && (
          <StateRulesDialog people={people} state={state} states={states} onEdit={onEdit} onClose={close} />
        )}
        {opened === 'removal' && <RemoveStateDialog state={state} states={states} onEdit={onEdit} onClose={close} />}
      </Suspense>
    </li>
  );
}
